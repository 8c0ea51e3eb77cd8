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

import { memo } from 'react';
import {
  RiErrorWarningLine,
  RiGitBranchLine,
  RiPieChartLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { PolicyCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cellLook, type CellMark } from '../../lib/policyCell';
import { policyModes } from '../../states';
import styles from './MatrixCell.module.css';

export const MARK_ICONS: Record<CellMark, RemixiconComponentType> = {
  stale: RiTimeLine,
  notReady: RiErrorWarningLine,
  drift: RiGitBranchLine,
  partly: RiPieChartLine,
};

/** How a policy stands on a column; the grid says it in words. */
export const MatrixCell = memo(Cell);

function Cell(props: { cell: PolicyCell }) {
  const { fill, marks, mode, severity, text } = cellLook(props.cell);
  const Mode = mode && policyModes[mode].icon;
  return (
    <span
      aria-hidden
      className={styles.cell}
      data-fill={fill}
      data-severity={severity}
    >
      {Mode && <Mode size={11} data-mode={mode} />}
      <b>{text}</b>
      {marks.map(mark => {
        const Mark = MARK_ICONS[mark];
        return <Mark key={mark} size={11} data-mark={mark} />;
      })}
    </span>
  );
}
