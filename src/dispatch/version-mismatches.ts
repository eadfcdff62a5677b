import type { UserDirectory } from '../authorisation/index.js';
import type { Clock } from '../common/clock.js';
import { formatRequestId } from '../common/request-id.js';
import type { ResponseContent, ServiceRequest, ServiceResponses } from '../duis/index.js';
import type { NewDelivery } from '../store/index.js';

export interface VersionMismatchParts {
  readonly users: UserDirectory;
  readonly responses: ServiceResponses;
  readonly clock: Clock;
}

/** Keeps what Users are answered within the DUIS version they asked in. */
export class VersionMismatches {
  constructor(private readonly parts: VersionMismatchParts) {}

  /**
   * @returns the content, if the version of the request can say it; else none, and the DCC Alert that says so. Inferred:
   * the schema has the alert, when the DCC sends it could not be read
   */
  async fit(
    request: ServiceRequest,
    responseCode: string,
    content: ResponseContent,
  ): Promise<{ readonly content: ResponseContent; readonly alerts: readonly NewDelivery[] }> {
    const { responses, users, clock } = this.parts;
    if (responses.canSay(request, responseCode, content)) return { content, alerts: [] };
    const url = (await users.find(request.requestId.originator))?.receiveResponseUrl;
    if (url === undefined) return { content: {}, alerts: [] };
    const requestId = formatRequestId(request.requestId);
    const body = responses.versionMismatch(
      {
        ServiceResponseVersionMismatch: {
          RequestID: requestId,
          ServiceReference: request.serviceReference,
          ServiceReferenceVariant: request.serviceReferenceVariant,
          ServiceRequestDUISVersion: request.schemaVersion,
        },
      },
      request.schemaVersion,
    );
    return {
      content: {},
      alerts: [
        {
          id: `user alert version ${requestId}`,
          channel: 'user',
          destination: url,
          body,
          notBefore: clock(),
        },
      ],
    };
  }
}
