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

import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { requestActs, type RequestAct } from '../../lib/requestActs';
import { AmendDialog } from './AmendDialog';
import { DecideDialog } from './DecideDialog';
import styles from './RequestActions.module.css';

/** What the reader may do with a request, each asked once more; and why not, where they might expect to. */
export function RequestActions(props: {
  request: FleetRequest;
  onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const t = useTranslation();
  const [asked, setAsked] = useState<RequestAct>();
  const close = () => setAsked(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const whyNot = request.rights.whyNot;
  return (
    <div className={styles.acts}>
      <div className={styles.buttons}>
        {requestActs(request).map(act => (
          <Button
            key={act}
            size="small"
            variant={act === 'approve' ? 'primary' : 'secondary'}
            onPress={() => setAsked(act)}
          >
            {t(`requestAct.${act}`)}
          </Button>
        ))}
      </div>
      {whyNot?.decide && !request.rights.decide && !request.isOver && (
        <Text as="p" variant="body-small" color="secondary">
          {whyNot.decide}
        </Text>
      )}
      {asked === 'amend' && (
        <AmendDialog
          request={request}
          onReload={onChanged}
          onClose={close}
          onDone={done}
        />
      )}
      {asked && asked !== 'amend' && (
        <DecideDialog
          act={asked}
          request={request}
          onReload={onChanged}
          onClose={close}
          onDone={done}
        />
      )}
    </div>
  );
}
