import { constant, integer } from '../../../dlms/index.js';
import { action, dlmsUseCase, hasBodyContent, nothingToSay, type RequestFacts } from '../engine/index.js';

const asksForAuxiliaryControllers = ({ request }: RequestFacts): boolean =>
  hasBodyContent(request, 'ClearEventLog', (content) => content.ESMEEventLogType === 'ALCS');

/** Clear ESME Event Log; also what a request gets that does not say which log it means. */
export const ECS15a = dlmsUseCase({
  code: 'ECS15a',
  title: 'Clear ESME Event Log',
  messageCode: 0x0024,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['3.3'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 668',
  command: { clear: action({ classId: 7, obis: '0-0:99.98.0.255' }, 1, constant(integer, 0)) },
  from: { ClearEventLog: nothingToSay },
  appliesWhere: (facts) => !asksForAuxiliaryControllers(facts),
});

/** Clear Auxiliary Controller Event Log. */
export const ECS15c = dlmsUseCase({
  code: 'ECS15c',
  title: 'Clear Auxiliary Controller Event Log',
  messageCode: 0x00c1,
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['3.3'],
  targets: ['ESME'],
  source: 'GBCS mapping table row 1784',
  command: { clear: action({ classId: 7, obis: '0-17:99.98.2.255' }, 1, constant(integer, 0)) },
  from: { ClearEventLog: nothingToSay },
  appliesWhere: asksForAuxiliaryControllers,
});
