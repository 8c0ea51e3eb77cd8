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

import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Alert, Button } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import type { RolloutCells } from '../../hooks/useRolloutCells';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { cellsByWave } from '../../lib/rolloutCells';
import { rolloutTimeline } from '../../lib/rolloutTimeline';
import { Panel } from '../Panel';
import { TimelineAxis } from './TimelineAxis';
import { TimelineLegend } from './TimelineLegend';
import { WaveRow } from './WaveRow';
import styles from './WavesPanel.module.css';

/** The waves on one line of time, each with its cells. */
export function WavesPanel(props: {
  rollout: Rollout;
  cells: RolloutCells;
  openCell: string | undefined;
  /** Must be stable, as from `useCallback`. */
  onOpen: (cell: string) => void;
}) {
  const { rollout, cells, openCell, onOpen } = props;
  const t = useTranslation();
  const now = useNow(10);
  const [params] = useSearchParams();
  const linked = params.get('wave');
  const timeline = useMemo(() => rolloutTimeline(rollout, now), [rollout, now]);
  const byWave = useMemo(
    () => cellsByWave(cells.cells.values()),
    [cells.cells],
  );
  return (
    <Panel
      title={t('rollout.wavesTitle')}
      hint={t('rollout.wavesHint')}
      actions={timeline && <TimelineLegend />}
    >
      {cells.error && (
        <Alert
          status="warning"
          icon
          role="status"
          mb="2"
          title={t('rollout.cellsFailed', {
            message: errorMessage(cells.error),
          })}
          customActions={
            <Button size="small" variant="secondary" onPress={cells.refresh}>
              {t('state.retry')}
            </Button>
          }
        />
      )}
      {timeline && <TimelineAxis timeline={timeline} />}
      <ol className={styles.waves}>
        {rollout.waves.map(wave => (
          <WaveRow
            key={wave.index}
            wave={wave}
            spans={timeline?.waves.get(wave.index)}
            now={timeline?.now}
            cells={byWave.get(wave.index)}
            shown={rollout.waiting?.message}
            complete={cells.complete}
            linked={linked === `${wave.index}`}
            openCell={openCell}
            onOpen={onOpen}
          />
        ))}
      </ol>
    </Panel>
  );
}
