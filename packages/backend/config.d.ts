export interface Config {
  /**
   * Makes this portal a demo: a simulated cloud and sign-in without a
   * password. Never set this where anything is real.
   */
  demo?: {
    simulator?: {
      /** `demo`, or `AxRxC` accounts, Regions and clusters of each. */
      fleet?: string;
      port?: number;
      kubernetesPort?: number;
      githubPort?: number;
      latencyMs?: number;
      /** How many times faster than in AWS updates of clusters are; 1 by default. */
      speed?: number;
      /** Login of who merges what the portal proposes, once its checks are green; nobody by default. */
      reviewer?: string;
    };
    /** Whether the platform engineer of the story starts rollouts with the portal. */
    rollouts?: boolean;
    users: Array<{
      name: string;
      title: string;
      role: string;
      description: string;
      /** Names of groups. */
      memberOf: string[];
    }>;
  };
}
