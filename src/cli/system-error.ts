const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links go in a circle',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** Code of an error of the operating system, `ENOENT` for example; null if it is some other error. */
export const systemErrorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** What the operating system says, in words; null if the error is none of its errors. */
export const systemErrorWords = (error: unknown): string | null => {
  const code = systemErrorCode(error);
  return code === null ? null : (words[code] ?? `the system says ${code}`);
};
