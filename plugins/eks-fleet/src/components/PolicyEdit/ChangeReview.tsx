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
  PolicyEditOutcome,
  PolicyEditPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { safeUrl } from '../../lib/safeUrl';
import { policyEditOutcomes } from '../../states';
import { FactList } from '../FactList';
import { Snippet } from '../Snippet';
import { StateBadge } from '../StateBadge';
import { EditClusters } from './EditClusters';
import styles from './PolicyEdit.module.css';

/** What will happen once it is merged: to findings, on each cluster, and what is written. */
export function ChangeReview(props: { preview: PolicyEditPreview }) {
  const { clusters, counts, diff, layers, notes, outcomes } = props.preview;
  const t = useTranslation();
  const repository =
    props.preview.repository && safeUrl(props.preview.repository);
  return (
    <>
      <Text as="p" weight="bold">
        {t('policyEdit.will', { count: counts.changes })}
      </Text>
      <section aria-label={t('policyEdit.outcomes')}>
        <ul className={styles.outcomes}>
          {outcomes.map(outcome => (
            <li key={`${outcome.code} ${outcome.message}`}>
              <Outcome outcome={outcome} />
            </li>
          ))}
        </ul>
      </section>
      {notes.length > 0 && (
        <section aria-label={t('policyEdit.notes')}>
          <ul className={styles.list}>
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <EditClusters clusters={clusters} counts={counts} />
      <FactList
        facts={[
          [t('policyEdit.files'), layers.join(', ')],
          [
            t('policyEdit.repository'),
            repository && (
              <Link href={repository} target="_blank">
                {repository}
              </Link>
            ),
          ],
        ]}
      />
      <Snippet title={t('policyEdit.diff')} text={diff} />
    </>
  );
}

function Outcome(props: { outcome: PolicyEditOutcome }) {
  const { code, hints = [], message } = props.outcome;
  const t = useTranslation();
  const look = policyEditOutcomes[code];
  return (
    <>
      <StateBadge look={look}>{t(look.word)}</StateBadge> {message}
      {hints.map(({ clusters, environment, findings }) => (
        <small key={environment}>
          {t('policyEdit.hint', {
            environment,
            count: clusters,
            findings: `${findings}`,
          })}
        </small>
      ))}
    </>
  );
}
