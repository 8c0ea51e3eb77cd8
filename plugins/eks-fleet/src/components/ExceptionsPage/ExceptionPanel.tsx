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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Link, Skeleton, Text } from '@backstage/ui';
import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { exceptionName } from '../../lib/exceptionText';
import { clusterPlace } from '../../lib/policyText';
import { exceptionFlags } from '../../states';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { ExceptionEnd } from '../ExceptionMarks';
import { FactList } from '../FactList';
import { LinkedText } from '../LinkedText';
import { EmptyState, QueryView } from '../QueryView';
import { SidePanel } from '../SidePanel';
import styles from './ExceptionsPage.module.css';

/** One exception at the side: what it covers, why, who agreed, and what is wrong with it. */
export function ExceptionPanel(props: {
  id: string;
  /** Left out where it is not in what is listed; it is then asked for. */
  listed: PolicyException | undefined;
  onClose: () => void;
}) {
  const { id, listed, onClose } = props;
  return listed ? (
    <SidePanel title={exceptionName(listed)} onClose={onClose}>
      <Exception exception={listed} />
    </SidePanel>
  ) : (
    <SoughtException id={id} onClose={onClose} />
  );
}

/** One that a link leads to, wherever it is in the list. */
function SoughtException(props: { id: string; onClose: () => void }) {
  const { id, onClose } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const query = useFleetQuery(
    useCallback(
      () => api.listExceptions({ filter: { id: [id] }, limit: 1 }),
      [api, id],
    ),
  );
  const exception = query.value?.items.at(0);
  return (
    <SidePanel
      title={exception ? exceptionName(exception) : t('exceptionColumn.name')}
      onClose={onClose}
    >
      <QueryView
        query={query}
        what={t('exceptions.what')}
        permission="eks-fleet.cluster.read"
        skeleton={<Skeleton height={320} />}
      >
        {({ items: [found] }) =>
          found ? (
            <Exception exception={found} />
          ) : (
            <EmptyState
              title={t('exceptions.gone')}
              detail={t('exceptions.goneDetail')}
            />
          )
        }
      </QueryView>
    </SidePanel>
  );
}

function Exception(props: { exception: PolicyException }) {
  const { exception } = props;
  const { clusters, engine, exempted, flags, kind } = exception;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  const links = useFleetLinks();
  const who = (ref: string | undefined) =>
    ref ? entityTitle(ref) : t('exceptions.nobody');
  return (
    <>
      <ExceptionEnd exception={exception} />
      {flags.length > 0 && (
        <section aria-label={t('exceptions.flags')}>
          <ul className={styles.list}>
            {flags.map(flag => (
              <li key={flag}>
                <strong>{t(exceptionFlags[flag].word)}</strong>:{' '}
                {t(exceptionFlags[flag].reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <FactList
        facts={[
          [t('exceptions.policies'), <Policies exception={exception} />],
          [t('exceptions.scope'), exception.scope],
          [t('exceptions.namespaces'), exception.namespaces?.join(', ')],
          [
            t('exceptions.reason'),
            exception.reason ? (
              <LinkedText text={exception.reason} />
            ) : (
              t('exceptions.noReason')
            ),
          ],
          [
            t('exceptions.ticket'),
            exception.ticket && <LinkedText text={exception.ticket} />,
          ],
          [t('exceptions.requestedBy'), who(exception.requestedBy)],
          [t('exceptions.approvedBy'), who(exception.approvedBy)],
          [
            t('exceptions.request'),
            exception.request && (
              <Link
                href={links.exceptionRequests({ request: exception.request })}
              >
                {t('exceptions.requestLink')}
              </Link>
            ),
          ],
          [
            t('exceptions.created'),
            exception.createdAt && <Age time={exception.createdAt} past />,
          ],
          [
            t('exceptions.exempted'),
            exempted !== undefined && <Exempted exception={exception} />,
          ],
          [
            t('exceptions.engine'),
            [t(`policyEngine.${engine}`), kind].filter(Boolean).join(' · '),
          ],
        ]}
      />
      <section aria-label={t('exceptions.clusters')}>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('exceptions.clusters')}
        </Text>
        <ul className={styles.list}>
          {clusters.map(cluster => (
            <li key={cluster.arn}>
              <EntityName
                name={cluster.name}
                href={clusterPath(cluster.entityRef, 'policy')}
              />{' '}
              <span className={styles.about}>{clusterPlace(cluster)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What it exempts from; policies that are known lead to their pages. */
function Policies(props: { exception: PolicyException }) {
  const t = useTranslation();
  const links = useFleetLinks();
  return (
    <ul className={styles.list}>
      {props.exception.policies.map(({ id, name, rules = [] }, index) => (
        <li key={index}>
          {id ? <Link href={links.policy({ id, name })}>{name}</Link> : name}{' '}
          <span className={styles.about}>
            {rules.length > 0
              ? t('exceptions.rules', { rules: rules.join(', ') })
              : t('exceptions.allRules')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How many findings name it, leading to them. */
function Exempted(props: { exception: PolicyException }) {
  const { exempted = 0, name, namespace } = props.exception;
  // As findings name it.
  const reference = namespace ? `${namespace}/${name}` : name;
  const t = useTranslation();
  const links = useFleetLinks();
  const words = t('exceptions.exemptedCount', { count: exempted });
  return exempted > 0 ? (
    <Link
      href={links.findings({
        filter: { exception: [reference], result: ['exempt'] },
      })}
    >
      {words}
    </Link>
  ) : (
    <>{words}</>
  );
}
