import type { MorningApproval } from '../api/types';

/** The command that says yes or no to what is asked, and its body. */
export function decision(approval: Pick<MorningApproval, 'kind' | 'card'>, yes: boolean): { command: string; body: Record<string, unknown> } {
  switch (approval.kind) {
    case 'extension':
      return { command: 'decide-extension', body: { granted: yes } };
    case 'suspension':
      return { command: 'decide-suspension', body: { granted: yes } };
    case 'review':
      return { command: 'review-suspension', body: { keep: yes } };
    case 'card':
      return { command: 'decide-card', body: { card: Number(approval.card!.card), granted: yes } };
  }
}
