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

import { alertMessages } from './alerts';
import { billOfMaterialsMessages } from './billOfMaterials';
import { clusterMessages } from './cluster';
import { clusterReadinessMessages } from './clusterReadiness';
import { clusterSourcesMessages } from './clusterSources';
import { clustersMessages } from './clusters';
import { commonMessages } from './common';
import { costsMessages } from './costs';
import { createRef } from './createRef';
import { driftMessages } from './drift';
import { ingestTokensMessages } from './ingestTokens';
import { observedMessages } from './observed';
import { overviewMessages } from './overview';
import { exceptionRequestsMessages } from './exceptionRequests';
import { exceptionsMessages } from './exceptions';
import { findingsMessages } from './findings';
import { formFieldMessages } from './formFields';
import { policiesMessages } from './policies';
import { policyMessages } from './policy';
import { policyEditMessages } from './policyEdit';
import { policyStateMessages } from './policyStates';
import { readinessMessages } from './readiness';
import { requestMessages } from './request';
import { requestFormMessages } from './requestForm';
import { requestSpecMessages } from './requestSpec';
import { requestStateMessages } from './requestStates';
import { requestsMessages } from './requests';
import { rolloutMessages } from './rollout';
import { rolloutStateMessages } from './rolloutStates';
import { rolloutTabMessages } from './rolloutTabs';
import { rolloutWizardMessages } from './rolloutWizard';
import { rolloutsMessages } from './rollouts';
import { sourceReasonMessages } from './sourceReasons';
import { sourcesMessages } from './sources';
import { stateMessages } from './states';
import { systemsMessages } from './systems';
import { timelineMessages } from './timeline';

/** All texts, by what they are of. */
const messages = {
  ...commonMessages,
  ...stateMessages,
  ...overviewMessages,
  ...clustersMessages,
  ...sourcesMessages,
  ...clusterSourcesMessages,
  ...sourceReasonMessages,
  ...systemsMessages,
  ...clusterMessages,
  ...clusterReadinessMessages,
  ...billOfMaterialsMessages,
  ...driftMessages,
  ...timelineMessages,
  ...readinessMessages,
  ...costsMessages,
  ...alertMessages,
  ...rolloutStateMessages,
  ...rolloutsMessages,
  ...rolloutMessages,
  ...rolloutTabMessages,
  ...rolloutWizardMessages,
  ...observedMessages,
  ...ingestTokensMessages,
  ...policyStateMessages,
  ...policiesMessages,
  ...policyMessages,
  ...policyEditMessages,
  ...findingsMessages,
  ...exceptionsMessages,
  ...exceptionRequestsMessages,
  ...requestStateMessages,
  ...requestsMessages,
  ...requestMessages,
  ...requestSpecMessages,
  ...requestFormMessages,
  ...formFieldMessages,
} as const;

export type Messages = typeof messages;

/**
 * The texts of the pages, to translate or to word differently.
 *
 * @public
 */
export const eksFleetTranslationRef = createRef('eks-fleet', messages);

export type { MessageKey, Translate } from './Translate';
