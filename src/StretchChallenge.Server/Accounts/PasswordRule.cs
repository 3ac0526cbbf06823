using System.Collections.Frozen;
using StretchChallenge.Contracts.Refusals;
using StretchChallenge.Domain.Text;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Accounts;

/// <summary>The rule for passwords, after NIST SP 800-63B: a minimum length, no common password, no composition rules.</summary>
internal static class PasswordRule
{
    private const int Shortest = 8;
    private const int Longest = 128;

    // From public lists of leaked passwords: the most common ones of at least 8 characters.
    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
        [
            "00000000", "11111111", "111111111", "12341234", "12345678", "123456789", "1234567890", "123123123", "1234qwer",
            "1q2w3e4r", "1q2w3e4r5t", "1qaz2wsx", "22222222", "55555555", "66666666", "87654321", "88888888", "987654321",
            "99999999", "abc12345", "abcd1234", "abcdefgh", "aa123456", "admin123", "administrator", "asdfghjk", "asdfghjkl",
            "baseball", "changeme", "computer", "football", "iloveyou", "internet", "letmein1", "password", "password1",
            "password12", "password123", "passw0rd", "princess", "q1w2e3r4", "qwer1234", "qwerty12", "qwerty123", "qwertyui",
            "qwertyuiop", "starwars", "sunshine", "superman", "trustno1", "welcome1", "welcome123", "whatever", "zaq12wsx",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks a password; it is neither trimmed nor cut.</summary>
    /// <param name="rules">Collects the errors.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="value">The password.</param>
    /// <param name="ownWords">Values that the password must not equal: the person's e-mail and name.</param>
    public static string Password(this FieldRules rules, string field, string? value, params ReadOnlySpan<string> ownWords)
    {
        if (string.IsNullOrEmpty(value))
        {
            rules.Fault(FieldRefusals.Missing(field));
            return "";
        }

        rules.Check(value.Length >= Shortest, AccountRefusals.PasswordTooShort(field, Shortest));
        rules.Check(value.Length <= Longest, AccountRefusals.PasswordTooLong(field, Longest));
        rules.Check(!Common.Contains(TextForms.Nfkc(value)), AccountRefusals.PasswordTooCommon(field));
        foreach (var own in ownWords)
        {
            rules.Check(!TextForms.Nfkc(value).Equals(own, StringComparison.OrdinalIgnoreCase), AccountRefusals.PasswordIsAName(field));
        }

        return value;
    }
}
