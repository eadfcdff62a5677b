/** A sample request of `@smartdcc/duis-templates`. */
export interface Template {
  /** File name without `_REQUEST_DUIS.XML`, such as `ECS17b_4.1.1_SINGLE_SUCCESS`. */
  readonly name: string;
  /** GBCS Use Case the file name begins with; a Non-Device Service has none. */
  readonly useCase: string | undefined;
  /** Title of the Use Case, such as `Read ESME Instantaneous Import Registers`. */
  readonly useCaseTitle: string | undefined;
  readonly serviceReferenceVariant: string;
  readonly commandVariant: number;
  /** The element below Body, such as `ReadInstantaneousImportRegisters`. */
  readonly service: string;
  /** The document, with the placeholder of a Signature it was published with. */
  readonly xml: string;
}
