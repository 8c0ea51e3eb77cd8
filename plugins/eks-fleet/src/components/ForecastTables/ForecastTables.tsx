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

import { Text } from '@backstage/ui';
import type {
  RolloutForecast,
  TimeForecast,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { formatUsd } from '../../lib/money';
import { SUPPORT_TONES } from '../../lib/rolloutForecast';
import { formatDay } from '../../lib/time';
import type { Translate } from '../../translation';
import { DataTable } from '../DataTable';
import { Moment } from '../Moment';
import styles from './ForecastTables.module.css';

/** When each wave ends, and what that means for support and money. */
export function ForecastTables(props: {
  forecast: RolloutForecast;
  waves: {
    index: number;
    name: string;
    forecast?: { start: TimeForecast; end: TimeForecast };
    endedAt?: string;
  }[];
}) {
  const { forecast, waves } = props;
  const t = useTranslation();
  return (
    <div className={styles.forecast}>
      <Text as="p">{basisText(forecast, t)}</Text>
      {forecast.conflicts?.map(conflict => (
        <Text as="p" key={conflict}>
          {conflict}
        </Text>
      ))}
      <DataTable label={t('forecast.waves')}>
        <thead>
          <tr>
            <th scope="col">{t('forecast.wave')}</th>
            <th scope="col">{t('forecast.start')}</th>
            <th scope="col">{t('forecast.end')}</th>
            <th scope="col">{t('forecast.late')}</th>
          </tr>
        </thead>
        <tbody>
          {waves.map(wave => (
            <tr key={wave.index}>
              <th scope="row">
                {t('rollout.waveTitle', {
                  index: `${wave.index}`,
                  name: wave.name,
                })}
              </th>
              {wave.endedAt ? (
                <td colSpan={3}>
                  {t('rollouts.ended_on', {
                    time: <Moment time={wave.endedAt} />,
                  })}
                </td>
              ) : (
                <>
                  <td>
                    <Moment time={wave.forecast?.start.p50} />
                  </td>
                  <td>
                    <Moment time={wave.forecast?.end.p50} />
                  </td>
                  <td>
                    <Moment time={wave.forecast?.end.p90} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('forecast.all')}</th>
            <td />
            <td>
              <Moment time={forecast.end.p50} />
            </td>
            <td>
              <Moment time={forecast.end.p90} />
            </td>
          </tr>
        </tfoot>
      </DataTable>
      {forecast.support.length > 0 && (
        <DataTable label={t('forecast.support')}>
          <thead>
            <tr>
              <th scope="col">{t('facet.version')}</th>
              <th scope="col" data-align="end">
                {t('forecast.clusters')}
              </th>
              <th scope="col">{t('forecast.supportEnds')}</th>
              <th scope="col">{t('forecast.inTime')}</th>
              <th scope="col" data-align="end">
                {t('forecast.cost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {forecast.support.map(of => (
              <tr key={of.version}>
                <th scope="row">{of.version}</th>
                <td data-align="end">{of.clusters}</td>
                <td>{formatDay(of.end)}</td>
                <td
                  className={styles.state}
                  data-tone={SUPPORT_TONES[of.state]}
                >
                  {t(`forecast.${of.state}`)}
                </td>
                <td data-align="end">
                  {formatUsd(of.extendedSupportUsd ?? 0)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('forecast.all')}</th>
              <td colSpan={3} />
              <td data-align="end">{formatUsd(forecast.extendedSupportUsd)}</td>
            </tr>
          </tfoot>
        </DataTable>
      )}
    </div>
  );
}

/** What durations it rests on. */
function basisText({ basis, samples }: RolloutForecast, t: Translate): string {
  if (!samples) {
    return t('forecast.assumed');
  }
  return t(basis === 'measured' ? 'forecast.measured' : 'forecast.partly', {
    samples: `${samples}`,
  });
}
