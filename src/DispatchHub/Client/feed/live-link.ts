import { HttpTransportType, HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { session } from '../app/session';

/** Waits before another try, in real ms, as docs/protocol.md asks; the last one repeats. */
const WAITS = [250, 500, 1_000, 2_000, 5_000];

/** The one SignalR connection of this page, shared by everything that watches; opened with the first watch, closed after the last. */
class LiveLink {
  private connection: HubConnection | null = null;
  private opening: Promise<HubConnection> | null = null;
  private users = 0;

  /** A connection that is open. @throws when it cannot be opened now. */
  async open(): Promise<HubConnection> {
    if (this.connection?.state === HubConnectionState.Connected) {
      return this.connection;
    }
    this.opening ??= this.connect().finally(() => (this.opening = null));
    return this.opening;
  }

  /** Somebody begins to watch; the answer ends that. */
  use(): () => void {
    this.users++;
    let used = true;
    return () => {
      if (used) {
        used = false;
        this.users--;
        setTimeout(() => this.closeIfUnused(), 1_000);
      }
    };
  }

  /** Drops the connection, so that every watch begins again from its cursor: after sleep, and when somebody else signs in. */
  async drop(): Promise<void> {
    const connection = this.connection;
    this.connection = null;
    await connection?.stop();
  }

  private closeIfUnused(): void {
    if (this.users === 0) {
      void this.drop();
    }
  }

  private async connect(): Promise<HubConnection> {
    const connection = new HubConnectionBuilder()
      .withUrl('/hubs/dispatch', {
        accessTokenFactory: () => session.token(),
        skipNegotiation: true,
        transport: HttpTransportType.WebSockets,
      })
      .withHubProtocol(new MessagePackHubProtocol())
      .configureLogging(LogLevel.None)
      .build();
    await connection.start();
    this.connection = connection;
    return connection;
  }
}

export const liveLink = new LiveLink();

/** How long to wait before the try after `failures` failed ones. */
export function waitAfter(failures: number): number {
  return WAITS[Math.min(failures, WAITS.length - 1)]!;
}

/** Codes that stay until something changes; trying again would not help. */
const LASTING = ['invalid-scope', 'unknown', 'outside-area', 'too-many-streams', 'invalid-token'];

/** The stable code of a refused stream, such as `outside-area`; null for a lost connection. */
export function refusalOf(fault: unknown): string | null {
  const said = /HubException: ([a-z-]+):/.exec(String((fault as Error)?.message ?? fault));
  return said?.[1] ?? null;
}

export function isLasting(code: string): boolean {
  return LASTING.includes(code);
}
