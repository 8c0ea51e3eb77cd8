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
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { ObservationListener } from '../collection/types';
import type { FirstLooks } from '../firstLooks/FirstLooks';
import type { ClusterStore } from '../inventory/types';
import { DatabaseExceptionNames } from '../policy/exceptions/store/DatabaseExceptionNames';
import { DatabaseExceptionStore } from '../policy/exceptions/store/DatabaseExceptionStore';
import { DatabasePolicyStore } from '../policy/store/DatabasePolicyStore';
import type { ReadinessListener } from '../readiness/ReadinessListener';
import type { RequestConfig } from '../requests/preflight';
import { DatabaseRequestStore } from '../requests/store/DatabaseRequestStore';
import { DatabaseThingStore } from '../requests/store/DatabaseThingStore';
import type { RolloutStore } from '../rollouts/store/types';
import type { VersionStore } from '../versions/types';
import { blockerNotices } from './blockerNotices';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { DatabaseExceptionNews } from './exceptions/DatabaseExceptionNews';
import { ExceptionNotices } from './exceptions/ExceptionNotices';
import { newsOf } from './newsOf';
import { Notifier, type SendResult } from './Notifier';
import { DatabasePolicyNews } from './policy/DatabasePolicyNews';
import { exceptionDigest } from './policy/exceptionDigest';
import { policyDigest } from './policy/policyDigest';
import { DatabaseRolloutNews } from './rollouts/DatabaseRolloutNews';
import { EndingNotices } from './requests/EndingNotices';
import { RequestNotices } from './requests/RequestNotices';
import { RolloutNotices } from './rollouts/RolloutNotices';
import { SupportNotices } from './SupportNotices';
import { updateNotices } from './updateNotices';

const REMEMBERED_DAYS = 400;
/** Without a notifications backend, or with one that fails, news grow old. */
const WAITING_DAYS = 3;

/** What has to be told of the fleet, so that owners are told. */
export interface NoticeParts {
  onObservation: ObservationListener;
  readinessListener: ReadinessListener;
  /** To be called after anything about these rollouts has changed. */
  onRollouts: (ids: string[]) => void;
  /** To be called after anything about these requests for exceptions has changed. */
  onExceptions: (ids: string[]) => void;
  /** To be called after anything about these requests has changed. */
  onRequests: (ids: string[]) => void;
}

/** Tells people what they should know, unless configuration says not to. */
export async function createNotices(options: {
  enabled: boolean;
  knex: Knex;
  clusters: ClusterStore;
  versions: VersionStore;
  rollouts: Pick<RolloutStore, 'get'>;
  firstLooks: FirstLooks;
  /** Who is told that requests for exceptions wait. Entity references. */
  exceptionApprovers: string[];
  /** When the end of something is told; left out where nothing can be asked for. */
  endings?: RequestConfig['ttl'];
  notifications: Pick<NotificationService, 'send'>;
  portalPath?: string;
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
}): Promise<NoticeParts> {
  const { clusters, enabled, firstLooks, knex, logger, portalPath, scheduler } =
    options;
  if (!enabled) {
    return {
      onObservation: async () => {},
      readinessListener: {},
      onRollouts: () => {},
      onExceptions: () => {},
      onRequests: () => {},
    };
  }
  const messages = options.metrics.createCounter<{
    topic: string;
    result: SendResult;
  }>('eks_fleet.notifications', {
    description: 'Messages to people by topic and result',
    unit: '{message}',
  });
  const store = new DatabaseNoticeStore(knex);
  const notifier = new Notifier({
    store,
    notifications: options.notifications,
    logger,
    onSend: (topic, result) => messages.add(1, { topic, result }),
  });
  const rollouts = new RolloutNotices({
    store: options.rollouts,
    news: new DatabaseRolloutNews(knex),
    notifier,
    logger,
    portalPath,
  });
  const exceptions = new ExceptionNotices({
    store: new DatabaseExceptionStore(knex),
    news: new DatabaseExceptionNews(knex),
    notifier,
    logger,
    approvers: options.exceptionApprovers,
    portalPath,
  });
  const requests = new RequestNotices({
    store: new DatabaseRequestStore(knex),
    notifier,
    logger,
    portalPath,
  });
  options.lifecycle.addShutdownHook(() => {
    rollouts.stop();
    exceptions.stop();
    requests.stop();
  });
  const endings =
    options.endings &&
    new EndingNotices({
      things: new DatabaseThingStore(knex),
      ttl: options.endings,
      notifier,
      portalPath,
    });
  const support = new SupportNotices({
    clusters,
    versions: options.versions,
    notifier,
    portalPath,
  });
  await scheduler.scheduleTask({
    id: 'eks-fleet-notices',
    frequency: { minutes: 1 },
    timeout: { minutes: 4 },
    initialDelay: { minutes: 2 },
    fn: async () => {
      await rollouts.sweep(new Date());
      await exceptions.sweep();
      await requests.sweep();
      await notifier.flush();
    },
  });
  await scheduler.scheduleTask({
    id: 'eks-fleet-support-notices',
    frequency: { hours: 6 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: async () => {
      await support.queue(new Date());
      await endings?.queue(new Date());
      const before = (days: number) =>
        DateTime.utc().minus({ days }).toJSDate();
      await store.prune({
        sent: before(REMEMBERED_DAYS),
        queued: before(WAITING_DAYS),
      });
    },
  });
  const policyNews = new DatabasePolicyNews(knex);
  const policies = new DatabasePolicyStore(knex);
  const asked = new DatabaseExceptionNames(knex);
  /** Of those that were asked for in the portal, their requests tell. */
  const madeByHand = async (now: Date) => {
    const found = await policies.exceptions({
      scope: 'all',
      filters: [],
      calendar: await options.versions.calendar(),
      now,
    });
    const requested = await asked.idsOf(found);
    return found.filter(({ id }) => !requested.has(id));
  };
  await scheduler.scheduleTask({
    id: 'eks-fleet-policy-digests',
    // Once a day whenever that is, and a day's digest is told once.
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const now = new Date();
      const since = DateTime.fromJSDate(now).minus({ days: 1 }).toJSDate();
      const news = await policyNews.byOwner(since, now);
      await notifier.queue(
        news.flatMap(of => policyDigest(of, { now, portalPath })),
      );
      await notifier.queue(
        exceptionDigest(await madeByHand(now), {
          now,
          approvers: options.exceptionApprovers,
          portalPath,
        }),
      );
    },
  });
  return {
    onRollouts: ids => rollouts.changed(ids),
    onExceptions: ids => exceptions.changed(ids),
    onRequests: ids => requests.changed(ids),
    async onObservation(change) {
      if (change.kind === 'updates' && change.before) {
        const { entityRef } = change.cluster;
        const found = await clusters.ownByRefs([entityRef]);
        const cluster = found.get(entityRef);
        if (cluster) {
          await notifier.queue(updateNotices(change, cluster, portalPath));
        }
      }
    },
    readinessListener: {
      async onReadinessChanged(change) {
        const { at, cluster, target } = change;
        const recent = await firstLooks.recent(cluster.arn, new Date(at));
        const news = newsOf(change, recent);
        await notifier.queue(
          blockerNotices(cluster, news, { target, portalPath }),
        );
      },
    },
  };
}
