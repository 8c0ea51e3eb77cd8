/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type {
  AlertSource,
  SystemSource,
  SystemSourceList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AlertService } from '../alerts/AlertService';
import { hideOtherAccounts } from '../inventory/hideOtherAccounts';
import type { ClusterScope } from '../inventory/types';
import { systemState } from './systemState';
import type { SystemWatch } from './SystemWatch';

/** Answers how Git hosts, Argo CD, sources of alerts and others do; asks none of them. */
export class SystemDirectory {
  readonly #options: {
    watch: SystemWatch;
    alerts?: Pick<AlertService, 'sources'>;
    others?: ReadonlyArray<() => Promise<SystemSource>>;
    now?: () => Date;
  };

  constructor(options: {
    watch: SystemWatch;
    /** Left out where alerts are switched off. */
    alerts?: Pick<AlertService, 'sources'>;
    /** Those that tell of themselves how they do. */
    others?: ReadonlyArray<() => Promise<SystemSource>>;
    now?: () => Date;
  }) {
    this.#options = options;
  }

  async list(scope: ClusterScope): Promise<SystemSourceList> {
    const { alerts, others = [], watch } = this.#options;
    const now = this.#options.now?.() ?? new Date();
    const watched = watch.probes.map((probe): SystemSource => {
      const record = watch.recordOf(probe);
      return {
        kind: probe.kind,
        id: probe.id,
        url: probe.url,
        state: systemState(record, now),
        error: record.error,
        lastAttemptAt: record.attemptedAt,
        lastSuccessAt: record.succeededAt,
      };
    });
    const heard = (await alerts?.sources())?.map(fromAlertSource) ?? [];
    const told = await Promise.all(others.map(other => other()));
    return {
      items: [...watched, ...heard, ...told].map(system => ({
        ...system,
        error: system.error && {
          ...system.error,
          message: hideOtherAccounts(system.error.message, scope, new Set()),
        },
      })),
    };
  }
}

function fromAlertSource(source: AlertSource): SystemSource {
  const { error, id, kind, lastSuccessAt, state, watchdog } = source;
  const heard = state === 'stale' ? 'stale' : 'fresh';
  return {
    kind,
    id,
    state: error?.code ?? (lastSuccessAt ? heard : 'pending'),
    error,
    lastSuccessAt,
    watchdog,
  };
}
