import { expect } from 'chai';
import { CodecError, ConfigError } from '../../../src/common/errors.js';
import { elementValues, requestOutline, setElementValues } from '../../../src/duis/element-values/index.js';

const REQUEST = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<!-- before -->
<sr:Request xmlns:sr="http://www.dccinterface.co.uk/ServiceUserGateway" schemaVersion="5.4">
  <sr:Header>
    <sr:RequestID>a:b:1</sr:RequestID>
    <sr:CommandVariant>4</sr:CommandVariant>
    <sr:ServiceReferenceVariant> 1.1.1 </sr:ServiceReferenceVariant>
  </sr:Header>
  <sr:Body>
    <sr:Tariff>
      <sr:Day><sr:Name>1</sr:Name><sr:Price index="1">10</sr:Price></sr:Day>
      <sr:Day><sr:Name>2</sr:Name><sr:Price index="1">20</sr:Price><sr:Price index="2">30</sr:Price></sr:Day>
      <sr:Mark/>
    </sr:Tariff>
  </sr:Body>
  <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>x</ds:SignatureValue></ds:Signature>
</sr:Request>`);

const valuesOf = (xml: string) =>
  Object.fromEntries(elementValues(Buffer.from(xml)).map(({ path, value }) => [path, value]));

describe('values of a document by path', () => {
  it('are listed in their order, repeats counted, without the Signature and without marks', () => {
    expect(elementValues(REQUEST).map(({ path, value }) => `${path}=${value}`)).to.deep.equal([
      '@schemaVersion=5.4',
      'Header/RequestID=a:b:1',
      'Header/CommandVariant=4',
      'Header/ServiceReferenceVariant=1.1.1',
      'Body/Tariff/Day[1]/Name=1',
      'Body/Tariff/Day[1]/Price=10',
      'Body/Tariff/Day[1]/Price/@index=1',
      'Body/Tariff/Day[2]/Name=2',
      'Body/Tariff/Day[2]/Price[1]=20',
      'Body/Tariff/Day[2]/Price[1]/@index=1',
      'Body/Tariff/Day[2]/Price[2]=30',
      'Body/Tariff/Day[2]/Price[2]/@index=2',
    ]);
  });

  it('are set by a whole path, or by an end of it that no other has', () => {
    const changed = setElementValues(REQUEST, {
      RequestID: 'c:d:2',
      'Day[1]/Price': '11',
      'Price[2]': '31',
      'Price[2]/@index': '3',
      'Body/Tariff/Day[2]/Name': '7',
    });
    expect(valuesOf(changed)).to.deep.equal({
      ...valuesOf(REQUEST.toString()),
      'Header/RequestID': 'c:d:2',
      'Body/Tariff/Day[1]/Price': '11',
      'Body/Tariff/Day[2]/Price[2]': '31',
      'Body/Tariff/Day[2]/Price[2]/@index': '3',
      'Body/Tariff/Day[2]/Name': '7',
    });
  });

  it('leave everything else of the document as it was', () => {
    const changed = setElementValues(REQUEST, { 'Header/CommandVariant': '5' });
    const withoutDeclaration = (xml: string) => xml.replace(/^<\?xml[^>]*>/, '').trim();
    expect(withoutDeclaration(changed)).to.equal(
      withoutDeclaration(REQUEST.toString().replace('Variant>4<', 'Variant>5<')),
    );
  });

  it('may hold what XML has to escape', () => {
    const value = `a & <b> "c" 'd' ]]> é`;
    const changed = setElementValues(REQUEST, { RequestID: value, 'Price[2]/@index': value });
    expect(valuesOf(changed)).to.include({
      'Header/RequestID': value,
      'Body/Tariff/Day[2]/Price[2]/@index': value,
    });
  });

  for (const [path, says] of [
    ['Header/RequestId', 'Header/RequestId: there is no such value; the nearest are Header/RequestID,'],
    ['Tariff/Day/Naem', 'the nearest are Body/Tariff/Day/Name,'],
    ['Tariff/Mark', 'there is no such value'],
    ['Day[3]/Name', 'there is no such value'],
    ['ID', 'there is no such value'],
    ['', 'there is no such value'],
    ['Name', 'could be any of Body/Tariff/Day[1]/Name, Body/Tariff/Day[2]/Name; write more of the path'],
  ] as const) {
    it(`are refused at '${path}', and the nearest named`, () => {
      expect(() => setElementValues(REQUEST, { [path]: 'x' })).to.throw(ConfigError, says);
    });
  }

  it('are refused when one is given twice', () => {
    expect(() => setElementValues(REQUEST, { RequestID: 'x', 'Header/RequestID': 'y' })).to.throw(
      ConfigError,
      'Header/RequestID: is the same value as RequestID',
    );
  });

  for (const value of ['\u0000', '\u001b', '\ud800', '\uffff']) {
    it(`are refused with ${JSON.stringify(value)}, which XML cannot hold`, () => {
      expect(() => setElementValues(REQUEST, { RequestID: value })).to.throw(CodecError, 'Header/RequestID');
    });
  }
});

describe('outline of a Request', () => {
  it('tells its Service Reference Variant, Command Variant and service', () => {
    expect(requestOutline(REQUEST)).to.deep.equal({
      serviceReferenceVariant: '1.1.1',
      commandVariant: 4,
      service: 'Tariff',
    });
  });

  it('says what is missing from another document', () => {
    expect(() => requestOutline(Buffer.from('<a/>'))).to.throw(CodecError, 'not a Request with Header/');
  });
});
