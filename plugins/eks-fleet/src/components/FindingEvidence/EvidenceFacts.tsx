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

import { Fragment } from 'react';
import type { FindingEvidence as Evidence } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { factName } from '../../lib/factName';
import { observationKindText } from '../../lib/observationText';
import { Age } from '../Age';
import styles from './FindingEvidence.module.css';

/** The facts that a finding rests on. */
export function EvidenceFacts(props: { evidence: Evidence }) {
  const { evidence } = props;
  const t = useTranslation();
  return (
    <dl className={styles.facts}>
      <dt>
        {t('clusterReadiness.evidenceFrom', {
          source: observationKindText(evidence.source, t),
        })}
      </dt>
      <dd>
        <Age time={evidence.observedAt} />
      </dd>
      {Object.entries(evidence.facts).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{factName(name)}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
