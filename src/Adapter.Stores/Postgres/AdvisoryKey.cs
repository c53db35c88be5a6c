using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgentsMigration.Adapter.Stores.Postgres;

/// <summary>The numbers that PostgreSQL's advisory locks are named by. Two names with the same number only wait in vain.</summary>
internal static class AdvisoryKey
{
    public static long Of(params string[] names)
    {
        byte[] text = Encoding.UTF8.GetBytes("agents-migration\0" + string.Join('\0', names));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
