using System.Buffers.Binary;
using System.Text;

namespace StretchChallenge.Testing.Telemetry;

/// <summary>Reads the fields of a message in protobuf's wire format, as far as OpenTelemetry's messages need it.</summary>
internal static class Protobuf
{
    /// <summary>The fields of a message in their order: a number for numeric ones, the bytes for all others.</summary>
    public static IEnumerable<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> Fields(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var tag = TakeVarint(ref message);
            var field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    yield return (field, TakeVarint(ref message), default);
                    break;
                case 1:
                    yield return (field, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8).Span), default);
                    break;
                case 2:
                    yield return (field, 0, Take(ref message, (int)TakeVarint(ref message)));
                    break;
                case 5:
                    yield return (field, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4).Span), default);
                    break;
                default:
                    throw new InvalidDataException("This is no message in protobuf's wire format.");
            }
        }
    }

    /// <summary>The contents of a field that is a message, each time it stands there.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> message, int field) =>
        Fields(message).Where(part => part.Field == field).Select(part => part.Bytes);

    /// <summary>The text of a field; empty where it is not there.</summary>
    public static string Text(ReadOnlyMemory<byte> message, int field) =>
        Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault().Span);

    private static ulong TakeVarint(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(ref message, 1).Span[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> message, int length)
    {
        var taken = message[..length];
        message = message[length..];
        return taken;
    }
}
