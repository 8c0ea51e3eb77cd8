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
import type { ExceptionPreview } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { exceptionScopeText } from '../../lib/exceptionScopeText';
import { policyTitle, resourceText } from '../../lib/policyText';
import { safeUrl } from '../../lib/safeUrl';
import { formatDay } from '../../lib/time';
import { ExceptionFiles } from '../ExceptionFiles';
import { FactList } from '../FactList';
import { Snippet } from '../Snippet';
import styles from './AskException.module.css';

/** What will happen where it is asked for: to what, where, and what is written. */
export function AskPreview(props: { preview: ExceptionPreview; day: string }) {
  const { day, preview } = props;
  const { approval, clusters, diff, files, notes, policy, scope } = preview;
  const t = useTranslation();
  const repository = preview.repository && safeUrl(preview.repository);
  return (
    <>
      <Text as="p">
        {t(`askException.will_${approval ?? 'required'}`)}{' '}
        {t('askException.willEnd', { date: formatDay(day) ?? day })}
      </Text>
      <FactList
        facts={[
          [t('exceptionRequests.policy'), policy && policyTitle(policy)],
          [t('exceptionRequests.scope'), scope && exceptionScopeText(t, scope)],
          [
            t('exceptionRequestColumn.clusters'),
            clusters.map(({ name }) => name).join(', '),
          ],
          [
            t('askException.repository'),
            repository && (
              <Link href={repository} target="_blank">
                {repository}
              </Link>
            ),
          ],
        ]}
      />
      {notes.length > 0 && (
        <section aria-label={t('askException.notes')}>
          <ul className={styles.list}>
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <Covered findings={preview.findings} />
      {diff ? (
        <Snippet title={t('askException.diff')} text={diff} />
      ) : (
        <ExceptionFiles files={files} />
      )}
    </>
  );
}

/** Which open findings it covers, the worst of them by name. */
function Covered(props: { findings: ExceptionPreview['findings'] }) {
  const { count, isAtLeast, items } = props.findings;
  const t = useTranslation();
  const title = isAtLeast
    ? t('askException.coversAtLeast', { count })
    : t('askException.covers', { count });
  return (
    <section aria-label={title}>
      <Text as="h4" variant="body-medium" weight="bold">
        {title}
      </Text>
      <ul className={styles.list}>
        {items.map(({ cluster, fingerprint, resource }) => (
          <li key={fingerprint}>
            {t('askException.onCluster', {
              resource: resourceText(resource),
              cluster: cluster.name,
            })}
          </li>
        ))}
        {count > items.length && (
          <li>{t('askException.more', { count: count - items.length })}</li>
        )}
      </ul>
    </section>
  );
}
