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

import { Link } from '@backstage/ui';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { EKS_FLEET_ANNOTATIONS } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { EndBadge } from '../EndBadge';
import { FactList } from '../FactList';
import { TemplateActLinks } from '../TemplateActs';

/** Where a namespace is and when it ends, and what can be asked for of it. */
export function EntityNamespaceCard() {
  const { entity } = useEntity();
  const t = useTranslation();
  const links = usePortalLinks();
  const names = EKS_FLEET_ANNOTATIONS;
  const annotation = (name: string) => entity.metadata.annotations?.[name];
  const [clusterRef] = dependenciesOf(entity.spec?.dependsOn);
  const day = annotation(names.expiresOn);
  const request = annotation(names.request);
  return (
    <EntityInfoCard title={t('namespaceCard.title')}>
      <FactList
        facts={[
          [
            t('namespaceCard.cluster'),
            clusterRef ? (
              <EntityRefLink
                entityRef={clusterRef}
                title={annotation(names.cluster)}
                defaultKind="resource"
              />
            ) : (
              annotation(names.cluster)
            ),
          ],
          [t('namespaceCard.environment'), annotation(names.environment)],
          [
            t('namespaceCard.ends'),
            day ? <EndBadge day={day} /> : t('namespaceCard.noEnd'),
          ],
          [
            t('namespaceCard.request'),
            request && (
              <Link href={links.request(request)}>
                {t('namespaceCard.openRequest')}
              </Link>
            ),
          ],
        ]}
      />
      {annotation(names.lifecycle) !== 'deleting' && (
        <TemplateActLinks thing="namespace" />
      )}
    </EntityInfoCard>
  );
}

function dependenciesOf(dependsOn: unknown): string[] {
  return Array.isArray(dependsOn) ? dependsOn.map(String) : [];
}
