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
import type { ProvisionedNamespace } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { quotaText } from '../../lib/namespaceText';
import { namespaceStates } from '../../states';
import { Age } from '../Age';
import { EndBadge } from '../EndBadge';
import { EntityName } from '../EntityName';
import { NamespaceActions } from '../ExpiringPanel';
import { StateBadge } from '../StateBadge';
import styles from './NamespaceRow.module.css';

/** One namespace with whose it is, what it may take, and when it ends. */
export function NamespaceRow(props: {
  namespace: ProvisionedNamespace;
  onChanged: () => void;
}) {
  const { namespace, onChanged } = props;
  const { entityRef, expiresOn, lifecycle, name, observedAt } = namespace;
  const { owner, request, spec, stateMessage } = namespace;
  const t = useTranslation();
  const links = useFleetLinks();
  const entityPath = useEntityPath();
  const look =
    namespaceStates[lifecycle === 'deleting' ? 'deleting' : namespace.state];
  const quota = spec?.quota as Record<string, string | number> | undefined;
  return (
    <tr>
      <th scope="row">
        <EntityName name={name} href={entityRef && entityPath(entityRef)} />
        {request && (
          <small className={styles.small}>
            <Link href={links.request(request)} variant="body-small">
              {t('request.what')}
            </Link>
          </small>
        )}
      </th>
      <td>
        <StateBadge look={look} title={stateMessage}>
          {t(look.word)}
        </StateBadge>
        <small className={styles.small}>
          {stateMessage ??
            (observedAt &&
              t('namespaces.seen', { age: <Age time={observedAt} past /> }))}
        </small>
      </td>
      <td>
        <EntityName
          name={entityTitle(owner)}
          href={entityPath(owner, 'group')}
        />
        <small className={styles.small}>{namespace.environment}</small>
      </td>
      <td data-wide>{quota ? quotaText(t, quota) : '–'}</td>
      <td>
        {expiresOn ? <EndBadge day={expiresOn} /> : t('namespaces.noEnd')}
      </td>
      <td>
        <NamespaceActions namespace={namespace} onChanged={onChanged} />
      </td>
    </tr>
  );
}
