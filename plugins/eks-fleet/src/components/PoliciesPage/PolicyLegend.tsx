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

import { useTranslation } from '../../hooks/useTranslation';
import type { CellMark } from '../../lib/policyCell';
import { POLICY_MODES, POLICY_SEVERITIES } from '../../lib/policyView';
import { policyCellStates, policyModes, policySeverities } from '../../states';
import { MARK_ICONS } from './MatrixCell';
import cellStyles from './MatrixCell.module.css';
import styles from './PolicyLegend.module.css';

const MARKS: CellMark[] = ['stale', 'notReady', 'drift', 'partly'];

/** What the cells of the matrix mean. */
export function PolicyLegend() {
  const t = useTranslation();
  return (
    <details className={styles.legend}>
      <summary>{t('policyLegend.title')}</summary>
      <ul className={styles.items}>
        {POLICY_SEVERITIES.map(severity => (
          <Item key={severity} fill="broken" severity={severity} text="3">
            {t(policySeverities[severity].word)}
          </Item>
        ))}
        <Item fill="broken" severity="medium" text="≥20">
          {t('policyLegend.atLeast')}
        </Item>
        <Item fill="clean" text="0">
          {t('policyLegend.clean')}
        </Item>
        <Item fill="nothing" text="·">
          {t('policyLegend.nothing')}
        </Item>
        <Item fill="notDeployed">{t(policyCellStates.notDeployed.word)}</Item>
        <Item fill="noEngine">{t(policyCellStates.noEngine.word)}</Item>
        <Item fill="unknown" text="?">
          {t(policyCellStates.unknown.word)}
        </Item>
        {POLICY_MODES.map(mode => {
          const Mode = policyModes[mode].icon;
          return (
            <li key={mode} className={styles.item}>
              <Mode size={14} aria-hidden />
              {t(policyModes[mode].word)}
            </li>
          );
        })}
        {MARKS.map(mark => {
          const Mark = MARK_ICONS[mark];
          return (
            <li key={mark} className={styles.item}>
              <Mark size={14} aria-hidden />
              {t(`policyLegend.${mark}`)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Item(props: {
  fill: string;
  severity?: string;
  text?: string;
  children: string;
}) {
  return (
    <li className={styles.item}>
      <span className={styles.sample} aria-hidden>
        <span
          className={cellStyles.cell}
          data-fill={props.fill}
          data-severity={props.severity}
        >
          <b>{props.text}</b>
        </span>
      </span>
      {props.children}
    </li>
  );
}
