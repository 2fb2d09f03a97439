const goneCodes: readonly string[] = ['AccessPointNotFound', 'NoSuchEntityException', 'ResourceNotFoundException'];

/** What a call answers about a resource; null where the service says that there is none. */
export const unlessGone = async <Value>(answer: Promise<Value>): Promise<Value | null> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && goneCodes.includes(error.name)) return null;
    throw error;
  }
};
