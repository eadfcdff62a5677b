import type { ResponseCode } from '../generated/service-response-types.js';
import type { Occasion, ResponseCodeRow } from './response-code-row.js';

const CODE_LIST = 'iananthony3000.wixsite.com smets2reference, Response Codes';
const NO_CODE = 'no source names the code of this case';

type KnownRow = Omit<ResponseCodeRow, 'code' | 'neverBecause'>;

function confirmed(meaning: string, raisedWhen: readonly Occasion[]): KnownRow {
  return { meaning, mark: 'confirmed', source: CODE_LIST, raisedWhen };
}

function asMeant(when: string, source: string = CODE_LIST): Occasion {
  return { when, mark: 'confirmed', source };
}

/** A case whose code is the nearest one of a known meaning. */
function nearest(when: string, source: string = NO_CODE): Occasion {
  return { when, mark: 'inferred', source };
}

/** The Response Codes of which a source tells the meaning, and when the gateway answers with each. */
export const KNOWN_RESPONSE_CODES = {
  I0: confirmed('the request did what it asked for; final', [
    asMeant('final Service Response of a request that succeeded'),
    asMeant('answer with data of the Transform Service, of a Non-Device Service and of local delivery'),
    nearest('Alerts of Devices, DCC Alerts and SMETS1 messages', 'clients take any other code for an error'),
  ]),
  I99: confirmed('accepted for sending to the Device; or done, with nothing to return', [
    asMeant('a request for a Device passed the checks and is on disk, to be sent now or when it is due'),
    asMeant('success of a Non-Device Service that returns no data'),
  ]),
  E1: confirmed('the sender is no User in that role', [
    asMeant('the Business Originator is not a User of this gateway'),
  ]),
  E2: confirmed('the User Role may not send the Service Reference', [
    asMeant('no role of the User may send the Service Reference Variant'),
    nearest('no role of the User may send the variant that a DSP schedule names'),
  ]),
  E3: confirmed('the status of the User does not allow it', [
    nearest('the User is suspended', 'that a suspended User is meant is inferred'),
  ]),
  E4: confirmed('the User Role is not authorised for the Device at the date and time required', [
    nearest(
      'registration data do not show the User responsible for the Device when the request is executed',
      'which variants need it is inferred, in the catalogue',
    ),
    nearest('a certificate in a request is not of the right party, role or usage'),
  ]),
  E5: confirmed('the SMI status of the Device does not fit the Service Reference', [
    asMeant('the SMI status of the Device, or of one the request names, does not allow the request'),
    nearest('the Device is in another Device Log, or in the inventory already'),
    nearest('the version of a dual-mode PPMID is decided by its Communications Hub', 'MP202; code inferred'),
  ]),
  E11: confirmed('the Service Reference is not for this Device type', [
    asMeant('the Device is not of a type that the Service Reference Variant is for'),
    nearest('the Service Reference Variant is not for SMETS1 Devices', 'the code of DUIS 1.4 is not known'),
    nearest('no Active CPL row for the Device in the generation it would have', 'MP202; code inferred'),
    nearest('details do not fit the Device type, or the generation of its Communications Hub'),
  ]),
  E12: confirmed('the Command Variant is not for this type of request', [
    asMeant('the Command Variant is not one of the Service Reference Variant'),
    nearest('Command Variant 9, which is internal to the DCC', 'DUIS schema; code inferred'),
    nearest('Service Reference, Service Reference Variant and body do not fit each other'),
    nearest('the RequestID was used before by another message'),
    nearest(
      'a Signed Pre-Command is not the Pre-Command given out, not signed by its User, or its counter old',
    ),
    nearest('a value that the GBCS message cannot carry, or the parts of a request contradict each other'),
    nearest('a request that cannot be future dated is, or is to a date that has passed or is too far ahead'),
    nearest('a cancellation of what nobody has future dated'),
    nearest('there is no such sequence, or the request before it failed'),
    nearest('a Response returned by 8.13 is none to a Command for local delivery of this User'),
    nearest('a DSP schedule that cannot be, or is not there'),
  ]),
  E13: confirmed('the request was posted to the wrong web service', [
    asMeant('the web service is not the one of the Command Variant'),
  ]),
  E17: confirmed('the User Role and the status of the Device do not allow local delivery', [
    nearest(
      'a Command for local delivery for another role than IS or GS, or for a Pending or Suspended Device',
      'which combinations is inferred from 8.13 being for IS and GS',
    ),
  ]),
  E19: confirmed('there is no such Device', [
    asMeant('the target is not in the inventory'),
    nearest('a Device the request names, or a fact of it the Command needs, is not in the inventory'),
    nearest('the target of a Non-Device Service is not the DCC'),
  ]),
  E20: confirmed('the DCC cannot reach the Device', [
    asMeant('the Command or the Countersigned Service Request could not be handed over'),
    nearest('the request before it in its sequence failed, so it was not sent'),
  ]),
  E21: confirmed('the Device did not answer', [asMeant('no Response came in time')]),
  E30: {
    meaning: 'time-out of a Future Dated Command',
    mark: 'confirmed',
    source: `${CODE_LIST}: the name was read, the text is cut off`,
    raisedWhen: [nearest('a Device did not tell in time that it carried out what it was to do at a date')],
  },
  E120201: {
    meaning: 'answer of the DCC to a CHF and a GPF with one EUI-64; its description covers other cases',
    mark: 'confirmed',
    source: 'doloop.energy, SEC Draft Proposal 316',
    raisedWhen: [
      asMeant('CHF and GPF are pre-notified with one EUI-64', 'doloop.energy, SEC Draft Proposal 316'),
    ],
  },
  W110101: {
    meaning: 'some Devices of the list of an 11.1 are refused, the others are processed',
    mark: 'inferred',
    source: 'DUIS schema, DSPUpdateFirmwareWarning',
    raisedWhen: [nearest('some Devices of an 11.1 were left out; the warning lists them')],
  },
  W110401: {
    meaning: 'some PPMIDs of the list of an 11.4 are refused, the others are processed',
    mark: 'inferred',
    source: 'DUIS schema, DSPUpdatePPMIDFirmwareWarning',
    raisedWhen: [nearest('some PPMIDs of an 11.4 were left out; the warning lists them')],
  },
} as const satisfies Readonly<Partial<Record<ResponseCode, KnownRow>>>;
