import { ENGINE, type RolloutChanges, type RolloutSnapshot } from '../records';

/** Pauses a rollout in which somebody moved a cluster whose turn it was not. Pure. */
export function applyPause(
  { rollout }: RolloutSnapshot,
  message: string,
  now: Date,
): RolloutChanges {
  if (rollout.lifecycle !== 'running') {
    return {};
  }
  const at = now.toISOString();
  const paused = {
    code: 'cluster.movedOutside' as const,
    message,
    by: ENGINE,
    at,
  };
  return {
    revises: true,
    rollout: {
      lifecycle: 'paused',
      control: { ...rollout.control, paused },
      waiting: { code: paused.code, message, since: at },
    },
    log: [
      {
        at,
        actor: ENGINE,
        code: paused.code,
        message: `${message}. It is paused until somebody resumes it`,
        level: 'error',
      },
    ],
    nextAt: at,
  };
}
