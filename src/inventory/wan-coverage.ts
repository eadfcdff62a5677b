import type { ResponseContent } from '../duis/index.js';

type Answer = NonNullable<ResponseContent['DSPWANMatrix']>['DSPWANMatrixResponse'][number];
export type CspRegion = Answer['CSPRegion'];

interface RegionRow {
  readonly region: 'North' | 'Central' | 'South';
  /** Letters a postcode begins with, separated by blanks. */
  readonly postcodeAreas: string;
  readonly technology: string;
  readonly likelihood: NonNullable<Answer['ConnectivityLikelihood']>;
}

/**
 * The regions of the Communications Service Providers, by postcode area.
 *
 * Illustrative: that North is Scotland and northern England, with long range radio, and that Central (the Midlands, East Anglia and
 * Wales) and South are cellular is public; which areas lie on which side of a border, and how likely a connection is at
 * an address, only the providers know. A gateway that is to tell the truth needs their data here.
 */
const REGIONS: readonly RegionRow[] = [
  {
    region: 'North',
    postcodeAreas:
      'AB BB BD BL CA DD DG DH DL DN EH FK FY G HD HG HS HU HX IV KA KW KY L LA LS M ML NE OL PA PH PR S SK SR TD TS WA WF WN YO ZE',
    technology: 'Long range radio',
    likelihood: 'High',
  },
  {
    region: 'Central',
    postcodeAreas: 'B CB CF CH CO CV CW DE DY HR IP LD LE LL LN MK NG NN NP NR PE SA ST SY TF WR WS WV',
    technology: 'Cellular',
    likelihood: 'High',
  },
  {
    region: 'South',
    postcodeAreas:
      'AL BA BH BN BR BS CM CR CT DA DT E EC EN EX GL GU HA HP IG KT LU ME N NW OX PL PO RG RH RM SE SG SL SM SN SO SP SS SW TA TN TQ TR TW UB W WC WD',
    technology: 'Cellular',
    likelihood: 'Medium',
  },
];

/** The region of a postcode; undefined for one outside Great Britain. */
export function regionOfPostcode(postcode: string): CspRegion | undefined {
  const area = /^[A-Z]{1,2}(?=[0-9])/.exec(postcode.trim().toUpperCase())?.[0];
  if (area === undefined) return undefined;
  return REGIONS.find(({ postcodeAreas }) => postcodeAreas.split(' ').includes(area))?.region;
}

/** What is said of the coverage in a region. A region nobody serves says nothing of it. */
export function coverageIn(region: CspRegion | undefined): Answer {
  const row = REGIONS.find((each) => region?.endsWith(each.region) === true);
  if (region === undefined || row === undefined) return { CSPRegion: 'Unknown', CSPRegionResponseCode: 'I0' };
  return {
    CSPRegion: region,
    CSPRegionResponseCode: 'I0',
    CoverageAvailability: true,
    WANTechnology: region.startsWith('4G') ? '4G' : row.technology,
    ConnectivityLikelihood: row.likelihood,
  };
}
