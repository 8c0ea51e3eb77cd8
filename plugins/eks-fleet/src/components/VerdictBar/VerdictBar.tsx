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

import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type {
  ReadinessVerdict,
  VerdictCounts,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { verdictStates, type VerdictState } from '../../states';
import { Choice } from '../Choice';
import { StateBadge } from '../StateBadge';
import styles from './VerdictBar.module.css';

const STATES = Object.keys(verdictStates) as VerdictState[];

/** How many clusters have each verdict; each count filters, or leads to its list. */
export function VerdictBar(props: {
  counts: VerdictCounts;
  chosen?: ReadinessVerdict[];
  onToggle?: (verdict: ReadinessVerdict) => void;
  /** Where a count leads that does not filter. */
  hrefOf: (state: VerdictState) => string | undefined;
}) {
  const { counts, chosen = [], onToggle, hrefOf } = props;
  const t = useTranslation();
  const total = STATES.reduce((sum, state) => sum + counts[state], 0);
  const summary = STATES.map(
    state => `${t(verdictStates[state].word)} ${counts[state]}`,
  ).join(', ');
  return (
    <div className={styles.verdicts}>
      <div
        role="img"
        aria-label={t('readiness.bar', { summary })}
        className={styles.bar}
      >
        {STATES.filter(state => counts[state] > 0).map(state => (
          <span
            key={state}
            className={styles.part}
            data-tone={verdictStates[state].tone}
            style={{ flexGrow: counts[state] / total }}
          />
        ))}
      </div>
      <ul className={styles.counts}>
        {STATES.map(state => {
          const count: ReactNode = (
            <StateBadge look={verdictStates[state]}>
              {t(verdictStates[state].word)} {counts[state]}
            </StateBadge>
          );
          const href = hrefOf(state);
          return (
            <li key={state}>
              {onToggle && state !== 'done' ? (
                <Choice
                  chosen={chosen.includes(state)}
                  onChoose={() => onToggle(state)}
                  title={t('readiness.verdictFilter', {
                    verdict: t(verdictStates[state].word),
                  })}
                >
                  {count}
                </Choice>
              ) : (
                <Count href={href}>{count}</Count>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Count(props: { href: string | undefined; children: ReactNode }) {
  return props.href ? (
    <Link href={props.href} standalone className={styles.count}>
      {props.children}
    </Link>
  ) : (
    <span className={styles.count}>{props.children}</span>
  );
}
