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

import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useClusterPath } from '../../hooks/useClusterPath';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import type { ExceptionColumnId } from '../../lib/exceptionColumns';
import { exceptionName, exemptFromText } from '../../lib/exceptionText';
import { EntityName } from '../EntityName';
import { ExceptionEnd, ExceptionFlags } from '../ExceptionMarks';
import { GridLine, GridLines, GridOpen, GridSmall } from '../GridLines';

/** What one column shows of an exception. */
export function ExceptionCell(props: {
  column: ExceptionColumnId;
  exception: PolicyException;
  tabbable: boolean;
  onOpen: (exception: PolicyException) => void;
}) {
  const { column, exception, tabbable, onOpen } = props;
  const t = useTranslation();
  switch (column) {
    case 'end':
      return <ExceptionEnd exception={exception} />;
    case 'name': {
      const name = exceptionName(exception);
      return (
        <GridLines title={exception.scope}>
          <GridOpen
            label={t('exceptions.open', { name })}
            tabbable={tabbable}
            onOpen={() => onOpen(exception)}
          >
            {name}
          </GridOpen>
          <GridSmall>
            {exception.scope || t(`policyEngine.${exception.engine}`)}
          </GridSmall>
        </GridLines>
      );
    }
    case 'policies': {
      const policies = exemptFromText(t, exception);
      return <span title={policies}>{policies || '–'}</span>;
    }
    case 'reason':
      return (
        <GridLines title={exception.reason}>
          <GridLine>{exception.reason || t('exceptions.noReason')}</GridLine>
          <GridSmall>{exception.ticket}</GridSmall>
        </GridLines>
      );
    case 'approvedBy':
      return (
        <>
          {exception.approvedBy
            ? entityTitle(exception.approvedBy)
            : t('exceptions.nobody')}
        </>
      );
    case 'clusters':
      return <Clusters exception={exception} tabbable={tabbable} />;
    case 'exempted':
      return <>{exception.exempted ?? '–'}</>;
    default:
      return exception.flags.length > 0 ? (
        <ExceptionFlags exception={exception} />
      ) : (
        <>–</>
      );
  }
}

/** The first cluster, and how many more. */
function Clusters(props: { exception: PolicyException; tabbable: boolean }) {
  const [first, ...others] = props.exception.clusters;
  const t = useTranslation();
  const clusterPath = useClusterPath();
  return first ? (
    <GridLines>
      <EntityName
        name={first.name}
        href={clusterPath(first.entityRef, 'policy')}
        tabbable={props.tabbable}
        small
      />
      {others.length > 0 && (
        <small>{t('exceptions.andMore', { more: `${others.length}` })}</small>
      )}
    </GridLines>
  ) : (
    <>–</>
  );
}
