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

import { RiGitBranchLine, RiHistoryLine } from '@remixicon/react';
import type { BillOfMaterialsPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  newestText,
  outlierText,
  partKindText,
} from '../../lib/billOfMaterials';
import {
  compatibilityStates,
  newestStates,
  partStatusLook,
} from '../../states';
import { ObservationCell } from '../ObservationCell';
import { StateBadge } from '../StateBadge';
import styles from './PartsTable.module.css';

/** One part: its version beside the newest, its health, and how well that is known. */
export function PartRow(props: { part: BillOfMaterialsPart }) {
  const { part } = props;
  const t = useTranslation();
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>{part.name}</span>
        <span className={styles.quiet}>
          {[partKindText(part.kind, t), part.detail]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td>
        <VersionCell part={part} />
      </td>
      <td>
        <StateBadge look={newestStates[part.newestState]}>
          {newestText(part, t)}
        </StateBadge>
      </td>
      <td>
        <HealthCell part={part} />
      </td>
      <td>
        <ul className={styles.marks}>
          {part.compatibility.map(
            ({ kubernetesVersion, compatible, newestVersion }) => {
              const look = compatibilityStates[compatible];
              const words = t('bom.compatibleWith', {
                version: kubernetesVersion,
                word: t(look.word),
              });
              return (
                <li key={kubernetesVersion}>
                  <StateBadge
                    look={look}
                    title={[words, newestVersion].filter(Boolean).join(', ')}
                  >
                    {words}
                  </StateBadge>
                </li>
              );
            },
          )}
        </ul>
      </td>
      <td data-align="end" data-wide>
        {part.nodes ?? ''}
      </td>
      <td data-wide data-nowrap>
        <ObservationCell observation={part.observation} />
      </td>
    </tr>
  );
}

function VersionCell(props: { part: BillOfMaterialsPart }) {
  const { version, minorsBehind = 0, outlier } = props.part;
  const t = useTranslation();
  return (
    <span className={styles.version}>
      <span>{version ?? '–'}</span>
      {minorsBehind > 0 && (
        <StateBadge
          look={{
            icon: RiHistoryLine,
            tone: minorsBehind > 1 ? 'warning' : 'info',
          }}
        >
          {t('bom.minorsBehind', { count: minorsBehind })}
        </StateBadge>
      )}
      {outlier && (
        <>
          <StateBadge look={{ icon: RiGitBranchLine, tone: 'info' }}>
            {t('bom.outlier')}
          </StateBadge>
          <span className={styles.quiet}>{outlierText(outlier, t)}</span>
        </>
      )}
    </span>
  );
}

function HealthCell(props: { part: BillOfMaterialsPart }) {
  const { status, healthIssues } = props.part;
  return (
    <>
      {status && (
        <StateBadge look={partStatusLook(status)}>{status}</StateBadge>
      )}
      {healthIssues.length > 0 && (
        <ul className={styles.issues}>
          {healthIssues.map(({ code, message, resourceIds }) => (
            <li key={`${code} ${message}`} title={resourceIds.join(', ')}>
              <strong>{code}</strong>: {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
