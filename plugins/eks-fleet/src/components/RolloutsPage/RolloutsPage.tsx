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
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, ButtonLink, Skeleton, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  eksFleetRolloutPlanPermission,
  type RolloutList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetStop } from '../../hooks/useFleetStop';
import { useRolloutPages } from '../../hooks/useRolloutPages';
import { useRolloutView } from '../../hooks/useRolloutView';
import { useSelf } from '../../hooks/useSelf';
import { useTranslation } from '../../hooks/useTranslation';
import type { Pages } from '../../hooks/usePages';
import {
  groupRollouts,
  isFiltered,
  toRolloutQuery,
  type RolloutView,
} from '../../lib/rolloutView';
import { CopyLinkButton } from '../CopyLinkButton';
import { FleetStopBanner, FleetStopButton } from '../FleetStop';
import { LoadMoreError } from '../LoadMoreError';
import { PageHeading } from '../PageHeading';
import { EmptyState, PagesView } from '../QueryView';
import { RolloutFilters } from './RolloutFilters';
import { RolloutRow } from './RolloutRow';
import styles from './RolloutsPage.module.css';

const NOBODY: string[] = [];

/** What is on its way over the fleet, and what waits for whom? */
export function RolloutsPage() {
  const t = useTranslation();
  const [view, changeView] = useRolloutView();
  const self = useSelf()?.refs ?? NOBODY;
  const list = useRolloutPages(
    useMemo(() => toRolloutQuery(view, self), [view, self]),
  );
  const stop = useFleetStop();
  return (
    <>
      <PageHeading title={t('rollouts.question')}>
        <FleetStopButton stop={stop.value} onChanged={stop.retry} />
        <CopyLinkButton />
        <PlanButton />
      </PageHeading>
      <FleetStopBanner stop={stop.value} />
      <PagesView
        list={list}
        what={t('rollouts.what')}
        permission="eks-fleet.rollout.read"
        skeleton={<RolloutsSkeleton />}
      >
        {pages => (
          <>
            {(pages.totalItems > 0 || isFiltered(view)) && (
              <RolloutFilters
                list={pages.first}
                view={view}
                onChange={changeView}
              />
            )}
            {pages.items.length === 0 ? (
              <NoRollouts view={view} onChange={changeView} />
            ) : (
              <Groups list={list} pages={pages} />
            )}
          </>
        )}
      </PagesView>
    </>
  );
}

function Groups(props: {
  list: ReturnType<typeof useRolloutPages>;
  pages: Pages<RolloutList>;
}) {
  const { list, pages } = props;
  const t = useTranslation();
  const groups = useMemo(() => groupRollouts(pages.items), [pages.items]);
  return (
    <>
      {groups.map(({ group, rollouts }) => (
        <section
          key={group}
          className={styles.group}
          aria-label={t(`rollouts.${group}`)}
        >
          <Text as="h3" variant="body-medium" weight="bold">
            {t(`rollouts.${group}`)}
          </Text>
          <ul className={styles.list}>
            {rollouts.map(rollout => (
              <RolloutRow key={rollout.id} rollout={rollout} />
            ))}
          </ul>
        </section>
      ))}
      {list.error && pages.cursor && (
        <LoadMoreError error={list.error} onRetry={list.retry} />
      )}
      {pages.cursor && !list.error && (
        <Button
          size="small"
          variant="secondary"
          isPending={list.loading}
          onPress={() => list.want(pages.items.length)}
        >
          {t('rollouts.more')}
        </Button>
      )}
    </>
  );
}

function NoRollouts(props: {
  view: RolloutView;
  onChange: (change: Partial<RolloutView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  return isFiltered(view) ? (
    <EmptyState
      title={t('rollouts.noneFits')}
      action={
        <Button
          variant="secondary"
          onPress={() => onChange({ text: '', filter: {}, mine: false })}
        >
          {t('rollouts.clear')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('rollouts.empty')}
      detail={t('rollouts.emptyDetail')}
      action={<PlanButton />}
    />
  );
}

/** Leads to planning; not there for who may not. */
function PlanButton() {
  const t = useTranslation();
  const links = useFleetLinks();
  const { allowed } = usePermission({
    permission: eksFleetRolloutPlanPermission,
  });
  return allowed ? (
    <ButtonLink
      size="small"
      iconStart={<RiAddLine aria-hidden />}
      href={links.planRollout()}
    >
      {t('rollouts.plan')}
    </ButtonLink>
  ) : null;
}

function RolloutsSkeleton() {
  return (
    <div className={styles.list}>
      <Skeleton height={32} width="60%" />
      {[0, 1, 2].map(row => (
        <Skeleton key={row} height={104} />
      ))}
    </div>
  );
}
