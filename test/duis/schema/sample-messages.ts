const NAMESPACES =
  'xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" xmlns:ra="http://www.dccinterface.co.uk/ResponseAndAlert"';

/** A Response with this body, code and version. */
export function response(body: string, code = 'I0', version = '5.4'): string {
  return (
    `<sr:Response ${NAMESPACES} schemaVersion="${version}"><sr:Header>` +
    '<sr:RequestID>90-B3-D5-1F-30-01-00-00:90-B3-D5-1F-30-00-00-02:1000</sr:RequestID>' +
    '<sr:ResponseID>90-B3-D5-1F-30-00-00-02:90-B3-D5-1F-30-01-00-00:1000</sr:ResponseID>' +
    `<sr:ResponseCode>${code}</sr:ResponseCode><sr:ResponseDateTime>2026-01-31T12:00:00.00Z</sr:ResponseDateTime>` +
    `</sr:Header><sr:Body>${body}</sr:Body></sr:Response>`
  );
}

/** A ResponseMessage about a Service Reference without variants. */
export function responseMessage(serviceReference: string, content: string): string {
  return (
    `<sr:ResponseMessage><sr:ServiceReference>${serviceReference}</sr:ServiceReference>` +
    `<sr:ServiceReferenceVariant>${serviceReference}</sr:ServiceReferenceVariant>${content}</sr:ResponseMessage>`
  );
}

const wanRequest = '<sr:Request><sr:UPRN>1234</sr:UPRN></sr:Request>';

/** What the WAN Matrix says of one region. */
export function region(name: string, code?: string, coverage = true): string {
  return (
    `<sr:CSPRegion>${name}</sr:CSPRegion>` +
    (code === undefined ? '' : `<sr:CSPRegionResponseCode>${code}</sr:CSPRegionResponseCode>`) +
    (coverage
      ? '<sr:CoverageAvailability>true</sr:CoverageAvailability><sr:AnticipatedCoverageDate>2026-05-01</sr:AnticipatedCoverageDate>' +
        '<sr:WANTechnology>Cellular</sr:WANTechnology><sr:ConnectivityLikelihood>High</sr:ConnectivityLikelihood>' +
        '<sr:AuxiliaryEquipmentRequired>none</sr:AuxiliaryEquipmentRequired><sr:AdditionalInformation>-</sr:AdditionalInformation>'
      : '')
  );
}

/** Answer of 12.1 in the form of 5.1: one region. */
export const wanMatrixOf51 = responseMessage(
  '12.1',
  `<sr:DSPWANMatrix>${wanRequest}${region('North')}</sr:DSPWANMatrix>`,
);

/** Answer of 12.1 in the form of 5.4: several regions, each with a Response Code. */
export function wanMatrix(...regions: readonly string[]): string {
  const answers = regions.map((one) => `<sr:DSPWANMatrixResponse>${one}</sr:DSPWANMatrixResponse>`).join('');
  return responseMessage('12.1', `<sr:DSPWANMatrix>${wanRequest}${answers}</sr:DSPWANMatrix>`);
}

/** Answer of 8.2 with one Device. */
export function inventory(more = '', cspRegion = 'North'): string {
  return responseMessage(
    '8.2',
    '<sr:DSPInventory><sr:Device><sr:DeviceID>00-DB-12-34-56-78-90-A4</sr:DeviceID><sr:DeviceType>PPMID</sr:DeviceType>' +
      '<sr:DeviceStatus>Pending</sr:DeviceStatus><sr:DeviceManufacturer>1234</sr:DeviceManufacturer><sr:DeviceModel>5678</sr:DeviceModel>' +
      '<sr:SMETSCHTSVersion>5.1</sr:SMETSCHTSVersion><sr:DeviceFirmwareVersion>00112233</sr:DeviceFirmwareVersion>' +
      `<sr:CSPRegion>${cspRegion}</sr:CSPRegion><sr:S1SP>-</sr:S1SP>${more}</sr:Device></sr:DSPInventory>`,
  );
}

/** Answer of 5.2 with one DSP Schedule; `content` is the element of the scheduled request. */
export function schedule(reference: string, variant: string, content: string): string {
  return responseMessage(
    '5.2',
    '<sr:DSPSchedulesRead><sr:DSPSchedules><sr:DSPScheduleID>1</sr:DSPScheduleID><sr:DSPScheduleDetails>' +
      '<sr:ScheduleFrequency>Daily</sr:ScheduleFrequency><sr:ScheduleStartDate>2026-02-01</sr:ScheduleStartDate>' +
      `<sr:DSPScheduledServiceReference>${reference}</sr:DSPScheduledServiceReference>` +
      `<sr:DSPScheduledServiceReferenceVariant>${variant}</sr:DSPScheduledServiceReferenceVariant>` +
      `<sr:DeviceID>00-DB-12-34-56-78-90-A0</sr:DeviceID>${content}` +
      '</sr:DSPScheduleDetails></sr:DSPSchedules></sr:DSPSchedulesRead>',
  );
}

/** DCC Alert about a change of supplier. */
export function changeOfSupplier(more = ''): string {
  return (
    '<sr:DCCAlertMessage><sr:DCCAlertCode>N27</sr:DCCAlertCode><sr:DCCAlert><sr:ChangeOfSupplier>' +
    '<sr:ChangeOfSupplierServiceRequestID>90-B3-D5-1F-30-01-00-00:00-DB-12-34-56-78-90-A0:7</sr:ChangeOfSupplierServiceRequestID>' +
    `${more}</sr:ChangeOfSupplier></sr:DCCAlert></sr:DCCAlertMessage>`
  );
}
