import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** What `eksFleet.rollouts` says about carrying plans out, checked. */
export interface RolloutConfig {
  enabled: boolean;
  /** In flight over all rollouts. */
  caps: { perAccountAndRegion: number; perQueue: number };
}

/** @throws InputError with one sentence that names the key */
export function readRolloutConfig(config: RootConfigService): RolloutConfig {
  return {
    enabled: config.getOptionalBoolean('eksFleet.rollouts.enabled') ?? true,
    caps: {
      perAccountAndRegion: readCap(config, 'perAccountAndRegion', 5),
      perQueue: readCap(config, 'perRepository', 10),
    },
  };
}

function readCap(
  config: RootConfigService,
  name: string,
  fallback: number,
): number {
  const key = `eksFleet.rollouts.inFlight.${name}`;
  const cap = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(cap) || cap < 1 || cap > 1000) {
    throw new InputError(`${key}: ${cap} is no whole number from 1 to 1000`);
  }
  return cap;
}
