import { price } from '../../gbz/clusters/price.js';
import { gbzUseCase } from '../../gbz/gbz-use-case.js';
import { AT_ONCE } from '../../gbz/utc-time.js';
import { scaledDecimal } from '../decimal.js';
import { issuerEventId } from './issue-context.js';

/** Digits after the decimal point: a nibble of the message, and what DUIS allows. */
const CONVERSION_FACTOR_DIGITS = 5;
const CALORIFIC_VALUE_DIGITS = 1;
const trailingDigit = (digits: number) => digits << 4;
const MEGAJOULE_PER_CUBIC_METRE = 0x01;

/** Set CV and Conversion Factor Value(s) on the GSME. */
export const GCS23 = gbzUseCase(
  {
    code: 'GCS23',
    title: 'Set CV and Conversion Factor Value(s) on the GSME',
    messageCode: 0x007c,
    messageType: 'SME.C.C',
    serviceReferenceVariants: ['6.6'],
    targets: ['GSME'],
    source: 'GBCS mapping table rows 1360, 1367, 1371, 1372, 1685; SMETS 4.6.4.3, 4.6.4.5',
    element: 'UpdateDeviceConfigurationGasConversion',
    response: [],
    from: (content, context) => ({
      issuerEventId: issuerEventId(context),
      conversionFactor: scaledDecimal(content.ConversionFactor, CONVERSION_FACTOR_DIGITS),
      calorificValue: scaledDecimal(content.CalorificValue, CALORIFIC_VALUE_DIGITS),
    }),
  },
  ({ one }) => [
    one(price.fromServer.publishConversionFactor, {
      issuerEventId: (values) => values.issuerEventId,
      startTime: AT_ONCE,
      conversionFactor: (values) => values.conversionFactor,
      conversionFactorTrailingDigit: trailingDigit(CONVERSION_FACTOR_DIGITS),
    }),
    one(price.fromServer.publishCalorificValue, {
      issuerEventId: (values) => values.issuerEventId,
      startTime: AT_ONCE,
      calorificValue: (values) => values.calorificValue,
      calorificValueUnit: MEGAJOULE_PER_CUBIC_METRE,
      calorificValueTrailingDigit: trailingDigit(CALORIFIC_VALUE_DIGITS),
    }),
  ],
);
