import { bytesOf } from './hex.ts'

/** A session between two fixed keys, every value printed by bitshares-core's own code. */
export const SESSION = {
  alice: {
    privateKey: bytesOf('921bc7198f3181946d6801248f4968465c996c40643cffa6c922dbf99e3ddb35'),
    publicKey: bytesOf('02e901075a8e1fa26a496f6de06017b17607159b2c6f21f5f66c5cfce546e8b354'),
  },
  bob: {
    privateKey: bytesOf('13293c0be9e0a6304dea96854505758ad1bf5f8df4a997b3a5744d09c7cf9b2c'),
    publicKey: bytesOf('03f6f151f4cc220401af02ca4331bf32b9c297da7f333d9b4706658eb41af3235a'),
  },
  secret: bytesOf(
    `f6bc259a9360d17ceb0fce22b6794479f537bd9ac1955341316a41c84febb7d7
     abe3cf4bda60055fefdcdf970453a1c8b9b2afc82c5a42afc678a4885c8ac60f`.replaceAll(/\s/g, ''),
  ),
  key: bytesOf('99c2e8e53c0b34f9a2b6b46d4e976e3b58157e6ba9bea6bd49a685f20e6c0358'),
  iv: bytesOf('b0a690d9d4adae5773e74912a0fb54f4'),
  /** An empty address_request_message, and what it becomes as the first and as the second frame. */
  addressRequest: bytesOf('00000000911300000000000000000000'),
  encryptedOnce: bytesOf('94cfefd1ccdfffca8ad2d9e7a79190c9'),
  encryptedTwice: bytesOf('a34ee68e24fc30a5ad65229016ce4f36'),
  /** The node key, and its signature of `key` as hello carries it. */
  node: {
    privateKey: bytesOf('8b6b8c51e081e8576ae32ace42debd7a2d938cac15c631d59920fa89a0499f1d'),
    publicKey: bytesOf('03dff128aec7193622fb21d063fc75c4d05123c10513afe55255249dd2fc4985db'),
    signature: bytesOf(
      `201a77bffe1fdff513eb9156d426cc025834d5008d2e21029618c5a6a2ad971142
       1aa1f432e844ba8a2760395af575a94b7365101d508920549d8f7f6a254c6ad8`.replaceAll(/\s/g, ''),
    ),
  },
  /** A hello, 183 bytes. */
  hello: bytesOf(
    `06746573742f31 6a000000 0302010a f006 409c
     03dff128aec7193622fb21d063fc75c4d05123c10513afe55255249dd2fc4985db
     201a77bffe1fdff513eb9156d426cc025834d5008d2e21029618c5a6a2ad9711421aa1f432e844ba8a2760395af575a94b7365101d508920549d8f7f6a254c6ad8
     4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8
     02 08706c6174666f726d 05056c696e7578 076269746e657373 024000000000000000`.replaceAll(/\s/g, ''),
  ),
} as const
