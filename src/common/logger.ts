import winston from 'winston';

/** Where a room writes what the operator should know; one JSON object a line. */
export interface Logger {
  error(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
  info(message: string, facts?: Readonly<Record<string, unknown>>): void;
  debug(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Members that may hold key material; they are never written, whatever a caller passes. */
const SECRET = /key$|secret|password|privatekey|installcode/i;

const withoutSecrets = winston.format((line) => {
  for (const member of Object.keys(line)) if (SECRET.test(member)) line[member] = '[withheld]';
  return line;
});

/** JSON lines on standard error, so that standard output stays free for what a command prints. */
export function createLogger(level: 'error' | 'warn' | 'info' | 'debug'): Logger {
  return winston.createLogger({
    level,
    format: winston.format.combine(withoutSecrets(), winston.format.timestamp(), winston.format.json()),
    transports: [new winston.transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] })],
  });
}

/** A logger that writes nothing. */
export const silentLogger: Logger = { error() {}, warn() {}, info() {}, debug() {} };
