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

import { memo, useState } from 'react';
import type { RolloutCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { describeCell } from '../../lib/rolloutCells';
import { tabStop } from '../../lib/tabStop';
import { cellStates } from '../../states';
import type { Translate } from '../../translation';
import styles from './CellGrid.module.css';

/** One cell by its state; drawn again only when it changed. */
export const CellMark = memo(Mark);

function Mark(props: {
  cell: RolloutCell;
  index: number;
  active: boolean;
  open: boolean;
  onFocus: (index: number) => void;
  onOpen: (cell: string) => void;
  t: Translate;
}) {
  const { cell, index, active, open, onFocus, onOpen, t } = props;
  // There are thousands of them, and few are ever asked what they say.
  const [asked, setAsked] = useState(false);
  const look = cellStates[cell.state];
  const Icon = look.icon;
  const outside = cell.clusters.some(
    cluster => cluster.movedOutside || cluster.vanished,
  );
  return (
    <button
      type="button"
      className={styles.mark}
      data-state={cell.state}
      data-tone={look.tone}
      data-outside={outside || undefined}
      aria-label={t('rollout.cellName', {
        name: cell.name,
        state: t(look.word),
      })}
      aria-pressed={open}
      title={asked ? describeCell(cell, t) : undefined}
      {...tabStop(active)}
      onPointerEnter={() => setAsked(true)}
      onFocus={() => {
        setAsked(true);
        onFocus(index);
      }}
      onClick={() => onOpen(cell.id)}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}
