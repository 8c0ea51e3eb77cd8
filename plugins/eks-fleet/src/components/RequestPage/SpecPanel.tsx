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

import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { specChanges } from '../../lib/specChanges';
import { specFacts } from '../../lib/specText';
import { FactList } from '../FactList';
import { Panel } from '../Panel';
import { SpecChanges } from '../SpecChanges';
import { SpecFields } from './SpecFields';
import styles from './RequestPage.module.css';

/** What is wanted in words, what somebody amended, and what differs from what is there. */
export function SpecPanel(props: { request: FleetRequest }) {
  const { asked, before, kind, operation, spec } = props.request;
  const t = useTranslation();
  const isDeletion = operation === 'delete';
  return (
    <Panel title={t(isDeletion ? 'request.specGoes' : 'request.spec')}>
      {asked && (
        <section aria-label={t('request.amended')}>
          <h4 className={styles.title}>
            {t('request.amended')}{' '}
            <span className={styles.about}>{t('request.amendedHint')}</span>
          </h4>
          <SpecChanges
            changes={specChanges(asked, spec)}
            beforeWord={t('request.askedFor')}
            afterWord={t('request.nowWanted')}
          />
        </section>
      )}
      {before && !isDeletion && (
        <section aria-label={t('request.changes')}>
          <h4 className={styles.title}>
            {t('request.changes')}{' '}
            <span className={styles.about}>{t('request.changesHint')}</span>
          </h4>
          <SpecChanges
            changes={specChanges(before, spec)}
            beforeWord={t('request.before')}
            afterWord={t('request.after')}
          />
        </section>
      )}
      <div className={styles.facts}>
        <FactList facts={specFacts(t, kind, spec)} />
      </div>
      <SpecFields spec={spec} />
    </Panel>
  );
}
