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

import { NotFoundError } from '@backstage/errors';
import type {
  Alert,
  AlertChange,
  AlertList,
  AlertSource,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DateTime } from 'luxon';
import type { ClusterScope } from '../inventory/types';
import type { TimelineStore } from '../timeline/types';
import {
  parseAlertQuery,
  toAlertCursor,
  toFilters,
  type RawAlertQuery,
} from './alertQuery';
import { presentAlert } from './presentAlert';
import type { AlertsConfig } from './readAlertsConfig';
import { sourceStates } from './sourceStates';
import type { AlertStore } from './types';

const DEFAULT_LIMIT = 50;
const CHANGES_BEFORE = { hours: 24 };
const MAX_CHANGES = 20;
/** An alert that is about more clusters shows the changes of the first. */
const MAX_CLUSTERS = 10;

/** Alerts as their readers may see them. */
export class AlertService {
  readonly #options: {
    config: AlertsConfig;
    store: AlertStore;
    timeline: Pick<TimelineStore, 'list'>;
    now: () => Date;
  };

  constructor(options: {
    config: AlertsConfig;
    store: AlertStore;
    timeline: Pick<TimelineStore, 'list'>;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async list(scope: ClusterScope, raw: RawAlertQuery): Promise<AlertList> {
    const { config, store } = this.#options;
    const query = parseAlertQuery(raw);
    const [page, sources] = await Promise.all([
      store.list(
        { scope, filters: toFilters(query), text: query.text },
        { limit: raw.limit ?? DEFAULT_LIMIT, after: query.after },
      ),
      this.sources(),
    ]);
    return {
      items: page.alerts.map(({ alert, clusters }) =>
        presentAlert(alert, clusters, { runbooks: config.runbooks, sources }),
      ),
      totalItems: page.total,
      pageInfo: page.next
        ? { nextCursor: toAlertCursor(query, page.next) }
        : {},
      counts: page.counts,
      sources,
    };
  }

  /** @throws NotFoundError for what is not there and what the scope leaves out */
  async get(
    scope: ClusterScope,
    source: string,
    fingerprint: string,
  ): Promise<Alert> {
    const { config, store } = this.#options;
    const { alerts } = await store.list(
      {
        scope,
        filters: [
          new Map([
            ['source' as const, [source]],
            ['fingerprint' as const, [fingerprint]],
          ]),
        ],
      },
      { limit: 1 },
    );
    if (alerts.length === 0) {
      throw new NotFoundError(`No alert ${fingerprint} of ${source}`);
    }
    const [{ alert, clusters }] = alerts;
    return {
      ...presentAlert(alert, clusters, {
        runbooks: config.runbooks,
        sources: await this.sources(),
      }),
      changes: await this.#changesBefore(
        clusters.map(({ arn }) => arn),
        alert.startsAt,
      ),
    };
  }

  async sources(): Promise<AlertSource[]> {
    const { config, now, store } = this.#options;
    return sourceStates(config, await store.sources(), now());
  }

  /** What was changed on these clusters in the day before it fired. */
  async #changesBefore(arns: string[], at: string): Promise<AlertChange[]> {
    const since = DateTime.fromISO(at).minus(CHANGES_BEFORE).toUTC().toISO()!;
    const lists = await Promise.all(
      arns
        .slice(0, MAX_CLUSTERS)
        .map(arn => this.#options.timeline.list(arn, { limit: 200, since })),
    );
    return lists
      .flatMap(({ events }) => events)
      .filter(event => event.at <= at)
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, MAX_CHANGES)
      .map(event => ({
        at: event.at,
        message: event.title,
        source: event.source,
      }));
  }
}
