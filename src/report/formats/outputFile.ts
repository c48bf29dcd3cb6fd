/** One file of a report, by its path inside the output folder; nothing here touches the disk. */
export interface OutputFile {
  readonly path: string;
  /** Text that may be long comes part by part. */
  readonly content: string | Uint8Array | Iterable<string>;
}
