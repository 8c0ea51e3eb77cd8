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

import { Link, Text } from '@backstage/ui';
import type {
  Alert,
  AlertChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { alertOwners } from '../../lib/alertText';
import { safeUrl } from '../../lib/safeUrl';
import { alertSeverities, alertStates } from '../../states';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { Moment } from '../Moment';
import { StateBadge } from '../StateBadge';
import { RunbookLink } from './RunbookLink';
import styles from './AlertDetails.module.css';

/** One alert: what it says, of which clusters, what changed before, and where to go on. */
export function AlertDetails(props: { alert: Alert }) {
  const { alert } = props;
  const { changes = [], clusters, labels, links } = alert;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  const severity = alertSeverities[alert.severity];
  const state = alertStates[alert.state];
  const owners = alertOwners(alert);
  const further = links.filter(({ url }) => safeUrl(url));
  return (
    <div className={styles.alert}>
      <div className={styles.line}>
        <StateBadge look={severity}>{t(severity.word)}</StateBadge>
        <StateBadge look={state}>{t(state.word)}</StateBadge>
        <span>
          {t('alerts.since', { age: <Age time={alert.startsAt} past /> })}
        </span>
        {alert.endsAt && alert.state === 'resolved' && (
          <span>
            {t('alerts.ended', { age: <Age time={alert.endsAt} past /> })}
          </span>
        )}
      </div>
      {alert.summary && <Text as="p">{alert.summary}</Text>}
      {alert.description && alert.description !== alert.summary && (
        <Text as="p" color="secondary">
          {alert.description}
        </Text>
      )}
      <dl className={styles.facts}>
        <dt>{t('alerts.clusters')}</dt>
        <dd>
          {clusters.length === 0 ? t('alerts.noCluster') : null}
          {clusters.map(cluster => (
            <div key={cluster.arn}>
              <EntityName
                name={cluster.name}
                href={clusterPath(cluster.entityRef, 'alerts', {
                  alertname: alert.name,
                  fingerprint: alert.fingerprint,
                })}
              />{' '}
              <span className={styles.about}>
                {[cluster.accountId, cluster.region, cluster.environment]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          ))}
          {alert.ambiguous && (
            <div className={styles.about}>{t('alerts.ambiguousDetail')}</div>
          )}
          {alert.joinedBy && (
            <div className={styles.about}>
              {t('alerts.joinedBy', { by: alert.joinedBy })}
            </div>
          )}
        </dd>
        <dt>{t('facet.owner')}</dt>
        <dd>{owners.join(', ') || '–'}</dd>
        <dt>{t('alerts.runbook')}</dt>
        <dd>
          <RunbookLink alert={alert} />
        </dd>
        <dt>{t('alerts.source')}</dt>
        <dd>
          {alert.source.id} ({t(`alerts.kind_${alert.source.kind}`)}),{' '}
          {t('alerts.lastSeen', { age: <Age time={alert.lastSeenAt} past /> })}
        </dd>
      </dl>
      {further.length > 0 && (
        <ul className={styles.links} aria-label={t('alerts.links')}>
          {further.map(({ title, url }) => (
            <li key={url}>
              <Link href={url} target="_blank">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <section aria-label={t('alerts.changes')}>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('alerts.changes')}
        </Text>
        <Changes changes={changes} />
      </section>
      <details>
        <summary className={styles.about}>{t('alerts.labels')}</summary>
        <dl className={styles.facts}>
          {Object.entries(labels).map(([name, value]) => [
            <dt key={`${name}?`}>{name}</dt>,
            <dd key={name}>{value}</dd>,
          ])}
        </dl>
      </details>
    </div>
  );
}

/** What changed on its clusters just before; the likely cause. */
function Changes(props: { changes: AlertChange[] }) {
  const { changes } = props;
  const t = useTranslation();
  const links = usePortalLinks();
  if (changes.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('alerts.noChanges')}
      </Text>
    );
  }
  return (
    <ol className={styles.links}>
      {changes.map(({ at, cellId, message, rolloutId }, index) => (
        <li key={index}>
          <span className={styles.about}>
            <Moment time={at} />
          </span>{' '}
          {rolloutId ? (
            <Link href={links.rollout(rolloutId, cellId)}>{message}</Link>
          ) : (
            message
          )}
        </li>
      ))}
    </ol>
  );
}
