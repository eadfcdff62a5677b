import { expect } from 'chai';
import type { ByteReader } from '../../../src/gbcs/bytes/byte-reader.js';
import {
  ACCESS_REQUEST,
  decodeAccessRequest,
  encodeAccessRequest,
} from '../../../src/gbcs/dlms/access-request.js';
import {
  ACCESS_RESPONSE,
  decodeAccessResponse,
  encodeAccessResponse,
} from '../../../src/gbcs/dlms/access-response.js';
import { anyData } from '../../../src/gbcs/dlms/any-data.js';
import {
  DATA_NOTIFICATION,
  decodeDataNotification,
  encodeDataNotification,
} from '../../../src/gbcs/dlms/data-notification.js';
import { decodeData, encodeData } from '../../../src/gbcs/dlms/dlms-type.js';
import { invokeIdOf } from '../../../src/gbcs/dlms/long-invoke-id.js';
import { decodeMessage } from '../../../src/gbcs/message.js';
import { describeWithRtds, rtdsMessages } from '../rtds.js';

/** Takes a value apart and puts it together again, so that nothing is copied unread. */
const rebuilt = (reader: ByteReader): Buffer => encodeData(anyData, decodeData(anyData, reader));

describeWithRtds('DLMS content of the reference messages', () => {
  for (const { name, bytes } of rtdsMessages()) {
    const { header, content } = decodeMessage(bytes);
    const tag = content[0];
    if (tag === ACCESS_REQUEST) {
      it(`${name}: the access-request decodes and encodes to the same bytes`, () => {
        const request = decodeAccessRequest(content);
        expect(request.invokeId).to.equal(invokeIdOf(header.originatorCounter));
        const items = request.items.map(({ data, selection, ...specification }) => ({
          ...specification,
          ...(selection && { selection: rebuilt(selection) }),
          data: rebuilt(data),
        }));
        expect(encodeAccessRequest({ ...request, items }).equals(content)).to.equal(true);
      });
    } else if (tag === ACCESS_RESPONSE) {
      it(`${name}: the access-response decodes and encodes to the same bytes`, () => {
        const response = decodeAccessResponse(content);
        expect(response.invokeId).to.equal(invokeIdOf(header.originatorCounter));
        const results = response.results.map((result) => ({ ...result, data: rebuilt(result.data) }));
        expect(encodeAccessResponse({ ...response, results }).equals(content)).to.equal(true);
      });
    } else if (tag === DATA_NOTIFICATION) {
      it(`${name}: the data-notification decodes and encodes to the same bytes`, () => {
        const notification = decodeDataNotification(content);
        const further = notification.further.map(rebuilt);
        expect(encodeDataNotification({ ...notification, further }).equals(content)).to.equal(true);
      });
    }
  }
});
