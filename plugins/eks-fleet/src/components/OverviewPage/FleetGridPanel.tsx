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

import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Link, VisuallyHidden } from '@backstage/ui';
import { RiAlertLine } from '@remixicon/react';
import type { GridCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks, type FleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { arrangeGrid, cellFailing, cellTone } from '../../lib/fleetGrid';
import { nextCell } from '../../lib/gridKeys';
import { tabStop } from '../../lib/tabStop';
import { targetStates } from '../../states';
import type { Translate } from '../../translation';
import { Panel } from '../Panel';
import styles from './FleetGridPanel.module.css';

/** Where the clusters are; each cell opens its clusters or its failing source. */
export function FleetGridPanel(props: { cells: GridCell[] }) {
  const t = useTranslation();
  const links = useFleetLinks();
  const grid = useMemo(() => arrangeGrid(props.cells), [props.cells]);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const helpId = useId();

  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextCell(event.key, active, {
      rows: grid.rows.length,
      columns: grid.regions.length,
    });
    if (next) {
      event.preventDefault();
      setActive(next);
      table.current
        ?.querySelector<HTMLElement>(`[data-cell="${next.row},${next.column}"]`)
        ?.focus();
    }
  };

  return (
    <Panel title={t('overview.grid')}>
      <VisuallyHidden id={helpId}>{t('overview.gridHelp')}</VisuallyHidden>
      <div className={styles.scroller}>
        <table
          ref={table}
          role="grid"
          className={styles.grid}
          aria-label={t('overview.grid')}
          aria-describedby={helpId}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{t('overview.account')}</th>
              {grid.regions.map(region => (
                <th scope="col" key={region} className={styles.region}>
                  {region}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row, rowIndex) => (
              <tr key={row.accountId}>
                <th scope="row" className={styles.account}>
                  <Link
                    standalone
                    href={links.clusters({
                      filter: { account: [row.accountId] },
                    })}
                    title={row.accountId}
                    className={styles.accountLink}
                  >
                    {row.accountName ?? row.accountId}
                  </Link>
                </th>
                {row.cells.map((cell, columnIndex) => {
                  const isActive =
                    active.row === rowIndex && active.column === columnIndex;
                  const region = grid.regions[columnIndex];
                  const account = row.accountName ?? row.accountId;
                  const about = describeCell(t, account, region, cell);
                  return (
                    <td
                      key={region}
                      className={styles.cell}
                      data-tone={cell ? cellTone(cell) : 'neutral'}
                    >
                      {cell && (cell.clusters > 0 || cellFailing(cell)) ? (
                        <Link
                          standalone
                          href={cellHref(links, cell)}
                          className={styles.link}
                          aria-label={about}
                          title={about}
                          data-cell={`${rowIndex},${columnIndex}`}
                          {...tabStop(isActive)}
                          onFocus={() =>
                            setActive({ row: rowIndex, column: columnIndex })
                          }
                        >
                          {cellFailing(cell) && (
                            <RiAlertLine size={13} aria-hidden />
                          )}
                          {cell.clusters > 0 ? cell.clusters : ''}
                        </Link>
                      ) : (
                        <span
                          className={styles.none}
                          role="img"
                          aria-label={about}
                          title={about}
                          data-cell={`${rowIndex},${columnIndex}`}
                          {...tabStop(isActive)}
                        >
                          ·
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function cellHref(links: FleetLinks, cell: GridCell): string {
  return cell.clusters > 0
    ? links.clusters({
        filter: { account: [cell.accountId], region: [cell.region] },
      })
    : links.sources({ state: 'failing', q: cell.accountId });
}

function describeCell(
  t: Translate,
  account: string,
  region: string,
  cell: GridCell | undefined,
): string {
  const parts: string[] = [
    cell && cell.clusters > 0
      ? t('overview.cellClusters', { count: cell.clusters })
      : t('overview.cellNone'),
  ];
  if (cell && cell.unsupported > 0) {
    parts.push(t('overview.cellUnsupported', { total: `${cell.unsupported}` }));
  }
  if (cell && cell.extended > 0) {
    parts.push(t('overview.cellExtended', { total: `${cell.extended}` }));
  }
  if (cell && cell.failed > 0) {
    parts.push(t('overview.cellFailed', { total: `${cell.failed}` }));
  }
  if (cell?.targetState && cell.targetState !== 'fresh') {
    parts.push(t(targetStates[cell.targetState].word));
  }
  return t('overview.cell', { account, region, clusters: parts.join(', ') });
}
