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

import { useCallback, useEffect, useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { ButtonLink, Skeleton } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetStop } from '../../hooks/useFleetStop';
import { useRollout } from '../../hooks/useRollout';
import { useRolloutCells } from '../../hooks/useRolloutCells';
import { useRolloutSignal } from '../../hooks/useRolloutSignal';
import { useTranslation } from '../../hooks/useTranslation';
import { isNotFound } from '../../lib/errors';
import { hasEnded } from '../../lib/rolloutOutcome';
import { FleetStopBanner } from '../FleetStop';
import { EmptyState, QueryView } from '../QueryView';
import { CellPanel } from './CellPanel';
import { RolloutHeader } from './RolloutHeader';
import { RolloutNotices } from './RolloutNotices';
import { RolloutTabs } from './RolloutTabs';
import { WavesPanel } from './WavesPanel';

/** Without signals the page looks by itself. */
const POLL_SECONDS = 10;

/** One rollout: how far it is, why it waits, and what can be done. */
export function RolloutPage() {
  const { rollout: id = '', '*': rest = '' } = useParams();
  const t = useTranslation();
  const links = useFleetLinks();
  const query = useRollout(id, POLL_SECONDS);
  if (query.error && isNotFound(query.error)) {
    return (
      <EmptyState
        title={t('rollout.notThere')}
        detail={t('rollout.notThereDetail')}
        action={
          <ButtonLink href={links.rollouts()}>{t('rollout.all')}</ButtonLink>
        }
      />
    );
  }
  return (
    <QueryView
      query={query}
      what={t('rollout.what')}
      permission="eks-fleet.rollout.read"
      skeleton={<RolloutSkeleton />}
    >
      {rollout => (
        <RolloutContent
          key={rollout.id}
          rollout={rollout}
          cell={/^cells\/([^/]+)\/?$/.exec(rest)?.[1]}
          onChanged={query.retry}
        />
      )}
    </QueryView>
  );
}

function RolloutContent(props: {
  rollout: Rollout;
  cell: string | undefined;
  onChanged: () => void;
}) {
  const { rollout, cell, onChanged } = props;
  const links = useFleetLinks();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const stop = useFleetStop();
  const over = hasEnded(rollout);
  const cells = useRolloutCells(
    rollout.id,
    rollout.plan?.hash ?? '',
    POLL_SECONDS,
  );
  const { refresh } = cells;
  useRolloutSignal(
    useCallback(() => {
      onChanged();
      refresh();
    }, [onChanged, refresh]),
    rollout.id,
  );

  // What an act changed in the rollout it changed in cells too.
  const { revision } = rollout;
  const known = useRef(revision);
  useEffect(() => {
    if (known.current !== revision) {
      known.current = revision;
      refresh();
    }
  }, [revision, refresh]);

  const query = params.toString();
  const open = useCallback(
    (next: string | undefined) =>
      navigate(links.rollout(rollout.id, next) + (query ? `?${query}` : ''), {
        replace: true,
      }),
    [navigate, links, rollout.id, query],
  );
  const close = useCallback(() => open(undefined), [open]);
  return (
    <>
      <FleetStopBanner stop={over ? undefined : stop.value} />
      <RolloutHeader rollout={rollout} cells={cells} onChanged={onChanged} />
      <RolloutNotices rollout={rollout} />
      {rollout.waves.length > 0 && (
        <WavesPanel
          rollout={rollout}
          cells={cells}
          openCell={cell}
          onOpen={open}
        />
      )}
      <RolloutTabs rollout={rollout} cells={cells} onChanged={onChanged} />
      {cell && (
        <CellPanel
          key={cell}
          rollout={rollout}
          cellId={cell}
          revision={cells.cells.get(cell)?.revision}
          onClose={close}
          onChanged={() => {
            onChanged();
            refresh();
          }}
        />
      )}
    </>
  );
}

function RolloutSkeleton() {
  return (
    <>
      <Skeleton height={36} width="60%" style={{ marginBlock: 12 }} />
      <Skeleton height={56} style={{ marginBlock: 12 }} />
      <Skeleton height={320} />
    </>
  );
}
