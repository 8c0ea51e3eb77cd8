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

import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link, Skeleton, Text } from '@backstage/ui';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import {
  findingsOfEntity,
  type EntityFindings,
} from '../../lib/findingsOfEntity';
import type { Translate } from '../../translation';
import { FindingList } from '../FindingList';
import { Panel } from '../Panel';
import { EmptyState, QueryView } from '../QueryView';

const SHOWN = 50;

/** What breaks policies of what a group owns, or of what runs for a component. */
export function EntityPolicyFindings() {
  const t = useTranslation();
  const { entity } = useEntity();
  const about = useMemo(() => findingsOfEntity(entity), [entity]);
  return about ? (
    <Findings about={about} />
  ) : (
    <EmptyState
      title={t('entityFindings.unknown')}
      detail={t('entityFindings.unknownDetail')}
    />
  );
}

function Findings(props: { about: EntityFindings }) {
  const { about } = props;
  const { filter, namespace, owner } = about;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = usePortalLinks();
  const key = JSON.stringify(filter);
  const query = useFleetQuery(
    useCallback(
      () =>
        api.listFindings({
          filter: JSON.parse(key),
          orderField: 'severity,desc',
          limit: SHOWN,
        }),
      [api, key],
    ),
    { pollSeconds: 120 },
  );
  return (
    <Panel
      title={aboutText(t, about)}
      actions={
        owner &&
        namespace && (
          <Link href={links.findings({ filter: { owner: [owner] } })}>
            {t('entityFindings.ofTheOwner', { owner: entityTitle(owner) })}
          </Link>
        )
      }
    >
      <QueryView
        query={query}
        what={t('entityFindings.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={280} />}
      >
        {({ items, totalIsAtLeast, totalItems }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('entityFindings.none')}
              detail={t('entityFindings.noneDetail')}
            />
          ) : (
            <>
              <Text as="p" variant="body-small" color="secondary">
                <Link href={links.findings({ filter })}>
                  {totalIsAtLeast
                    ? t('findings.atLeast', { findings: `${totalItems}` })
                    : t('entityFindings.all', { count: totalItems })}
                </Link>
              </Text>
              <FindingList findings={items} about="policy" filter={filter} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function aboutText(t: Translate, about: EntityFindings): string {
  const { filter, namespace } = about;
  const owner = about.owner ? entityTitle(about.owner) : '';
  if (namespace) {
    return filter.owner
      ? t('entityFindings.ofNamespace', { namespace, owner })
      : t('entityFindings.ofNamespaceOnly', { namespace });
  }
  return t('entityFindings.ofGroup', { owner });
}
