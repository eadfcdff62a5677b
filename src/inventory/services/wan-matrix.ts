import type { ServiceRequest } from '../../duis/index.js';
import { coverageIn, type CspRegion, regionOfPostcode } from '../wan-coverage.js';
import type { NonDeviceContext, NonDeviceOutcome } from './outcome.js';

type Content = ServiceRequest<'RequestWANMatrix'>['body']['content'];

/**
 * Request WAN Matrix (12.1): the SM WAN coverage at an address. The region is that of a Communications Hub the inventory has
 * there, else that of the postcode; where neither tells, the answer is of an unknown region and says nothing of coverage.
 */
export async function readWanMatrix(
  request: ServiceRequest<'RequestWANMatrix'>,
  { inventory }: NonDeviceContext,
): Promise<NonDeviceOutcome> {
  const { content } = request.body;
  const region = (await knownRegion(content, inventory)) ?? regionOf(content);
  return {
    responseCode: 'I0',
    content: { DSPWANMatrix: { Request: content, DSPWANMatrixResponse: [coverageIn(region)] } },
  };
}

async function knownRegion(
  { UPRN, PartialAddress }: Content,
  inventory: NonDeviceContext['inventory'],
): Promise<CspRegion | undefined> {
  const found =
    UPRN !== undefined
      ? await inventory.search({ uprn: String(UPRN) })
      : PartialAddress !== undefined
        ? await inventory.search({
            postCode: PartialAddress.PostCode,
            addressIdentifier: PartialAddress.AddressIdentifier,
          })
        : [];
  // A SMETS1 hub is on no SM WAN, so it tells nothing of the coverage.
  const hub = found.find(({ cspRegion }) => cspRegion !== null && cspRegion !== 'SMETS1');
  return hub === undefined ? undefined : (hub.cspRegion as CspRegion);
}

function regionOf({ PartialAddress }: Content): CspRegion | undefined {
  return PartialAddress && regionOfPostcode(PartialAddress.PostCode);
}
