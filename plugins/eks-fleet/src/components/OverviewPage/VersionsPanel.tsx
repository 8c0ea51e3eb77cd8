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

import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Button, Slider } from '@backstage/ui';
import type {
  Summary,
  SupportState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { versionsInDays } from '../../lib/versionForecast';
import { supportStates } from '../../states';
import { StateBadge } from '../StateBadge';
import { Panel } from '../Panel';
import { VersionsChart } from './VersionsChart';
import { VersionsTable } from './VersionsTable';
import styles from './VersionsPanel.module.css';

const HORIZON_DAYS = 90;

/** How many clusters run which version, and how long AWS supports it. */
export function VersionsPanel(props: { versions: Summary['versions'] }) {
  const t = useTranslation();
  const links = useFleetLinks();
  const navigate = useNavigate();
  const now = useNow(3600);
  const [days, setDays] = useState(0);
  const [asTable, setAsTable] = useState(false);
  const versions = useMemo(
    () => versionsInDays(props.versions, now, days),
    [props.versions, now, days],
  );
  const states = (Object.keys(supportStates) as SupportState[]).filter(state =>
    versions.some(version => version.state === state),
  );
  const clustersOf = (version: string) =>
    links.clusters({ filter: { version: [version] } });
  return (
    <Panel
      title={t('overview.versions')}
      actions={
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setAsTable(!asTable)}
        >
          {asTable ? t('overview.asChart') : t('overview.asTable')}
        </Button>
      }
    >
      <div className={styles.bar}>
        <div className={styles.legend}>
          {states.map(state => (
            <StateBadge key={state} look={supportStates[state]}>
              {t(supportStates[state].word)}{' '}
              {versions
                .filter(version => version.state === state)
                .reduce((sum, version) => sum + version.clusters, 0)}
            </StateBadge>
          ))}
        </div>
        <Slider
          className={styles.slider}
          label={t('overview.slider')}
          formatOptions={{ style: 'unit', unit: 'day', unitDisplay: 'long' }}
          minValue={0}
          maxValue={HORIZON_DAYS}
          step={1}
          value={days}
          onChange={value => setDays(value as number)}
        />
      </div>
      {asTable ? (
        <VersionsTable versions={versions} hrefOf={clustersOf} />
      ) : (
        <VersionsChart
          versions={versions}
          onSelect={version => navigate(clustersOf(version))}
        />
      )}
    </Panel>
  );
}
